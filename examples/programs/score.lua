-- SPDX-License-Identifier: MIT
-- Scores a model on the latest day of its observations and prints every score that there is.
local kpiscore = require "kpiscore"

local model_path, data_path = ...
if not data_path then
  io.stderr:write("usage: score.lua MODEL OBSERVATIONS\n")
  os.exit(1)
end

local model = kpiscore.Model.load(model_path)
local card = model:score(data_path, {as_of = "latest"})
for row in card:rows() do
  if row.score then
    print(("%-20s %-28s %7.2f  %s"):format(row.area, row.node, row.score, row.status or ""))
  end
end
