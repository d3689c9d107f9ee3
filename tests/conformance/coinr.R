# SPDX-License-Identifier: MIT
# Repeats the comparison with COINr where R and COINr are installed: scores COINr's own example with
# COINr and with kpiscore, and compares every node of every area at 1e-11 relative, as asem.py does
# with tables that COINr made before.
#
# NOT RUN on the machine that wrote it, which has no R. It uses nothing of COINr but its example data,
# new_coin (), Normalise (), Aggregate () and get_dset ().
#
# usage: Rscript coinr.R path/to/kpiscore

library (COINr)

command <- commandArgs (trailingOnly = TRUE)[1]
if (is.na (command)) stop ("usage: Rscript coinr.R path/to/kpiscore")
tolerance <- 1e-11

meta <- ASEM_iMeta[!is.na (ASEM_iMeta$Level), ]
leaves <- meta$iCode[meta$Level == 1]

# ---- COINr

score_by_coinr <- function (least, means) {
  coin <- new_coin (ASEM_iData, ASEM_iMeta, quietly = TRUE)
  coin <- Normalise (coin, dset = "Raw",
                     global_specs = list (f_n = "n_minmax", f_n_para = list (l_u = c (least, 100))))
  coin <- Aggregate (coin, dset = "Normalised", f_ag = means)
  as.data.frame (get_dset (coin, dset = "Aggregated"))
}

# ---- kpiscore

# The tree below a node as YAML in one line; `combine` is named by level.
tree <- function (code, combine, weighed = TRUE) {
  row <- meta[meta$iCode == code, ]
  weight <- if (weighed) sprintf (", weight: %.17g", row$Weight) else ""
  if (row$Level == 1) return (sprintf ("{id: %s%s}", code, weight))
  children <- meta$iCode[!is.na (meta$Parent) & meta$Parent == code]
  below <- paste (vapply (children, tree, "", combine = combine), collapse = ", ")
  sprintf ("{id: %s%s, combine: %s, of: [%s]}", code, weight, combine[row$Level - 1], below)
}

score_by_kpiscore <- function (least, combine) {
  folder <- tempfile ("coinr")
  dir.create (folder)
  model <- file.path (folder, "model.yaml")
  data <- file.path (folder, "data.csv")
  better <- ifelse (meta$Direction[match (leaves, meta$iCode)] == 1, "higher", "lower")
  writeLines (c ("kpiscore: 1", "id: asem",
                 sprintf ("defaults: {score: {method: minmax, to: [%g, 100]}}", least),
                 "indicators:", sprintf ("  %s: {better: %s}", leaves, better),
                 paste ("index:", tree (meta$iCode[is.na (meta$Parent)], combine, weighed = FALSE))),
              model)
  numbers <- lapply (ASEM_iData[leaves],
                     function (x) ifelse (is.na (x), "", sprintf ("%.17g", as.numeric (x))))
  write.csv (data.frame (area = ASEM_iData$uCode, period = 2018, numbers, check.names = FALSE),
             data, row.names = FALSE, quote = FALSE)
  lines <- system2 (command, c ("score", shQuote (model), "--data", shQuote (data),
                                "--format", "csv"), stdout = TRUE)
  read.csv (text = lines, colClasses = c (area = "character", node = "character"))
}

# ---- The two beside each other

compare <- function (name, least, means, combine) {
  coinr <- score_by_coinr (least, means)
  card <- score_by_kpiscore (least, combine)
  worst <- 0
  for (code in meta$iCode) {
    own <- card[card$node == code, ]
    ours <- own$score[match (coinr$uCode, own$area)]
    theirs <- coinr[[code]]
    if (any (is.na (ours) != is.na (theirs))) stop (name, ": ", code, " is missing in one of them")
    worst <- max (worst, abs (ours - theirs) / pmax (abs (theirs), 1e-300) * (ours != theirs),
                  na.rm = TRUE)
  }
  cat (sprintf ("%s: %d nodes of %d areas, largest relative difference %.2g\n", name,
                nrow (meta), nrow (coinr), worst))
  worst <= tolerance
}

same <- c (
  compare ("minmax, arithmetic", 0, "a_amean", rep ("arithmetic", 3)),
  compare ("minmax to 1, arithmetic then geometric", 1, c ("a_amean", "a_gmean", "a_gmean"),
           c ("arithmetic", "geometric", "geometric")))
quit (status = if (all (same)) 0 else 1)
