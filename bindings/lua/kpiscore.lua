-- SPDX-License-Identifier: MIT
-- Scores indicators against targets.
--
--   local kpiscore = require "kpiscore"
--   local card = kpiscore.Model.load("model.yaml"):score("observations.csv")
--   print(card:score("VN-HUE", "2025", "hue_index"))
--
-- What is wrong is raised with error() as a table that prints as its message and has the fields
-- code, file, line, column and findings. Here arguments are brought to what the C part takes;
-- whether they are right is for C to say.

local core = require "kpiscore_core"

-- 2025 is a period as "2025" is; arithmetic makes it 2025.0.
local function as_period(period)
  if type(period) == "number" and period % 1 == 0 then
    return string.format("%d", period)
  end
  return period
end

-- One name or several; each as `spell` spells it.
local function as_list(names, spell)
  if names == nil then
    return nil
  end
  local list = {}
  for i, name in ipairs(type(names) == "table" and names or {names}) do
    list[i] = spell and spell(name) or name
  end
  return list
end

-- A misspelt option would otherwise be passed over in silence.
local function check_keys(given, known, what)
  if given == nil then
    return {}
  end
  if type(given) ~= "table" then
    error(string.format("found %s, expected a table of %s", type(given), what), 3)
  end
  for key in pairs(given) do
    if not known[key] then
      error(string.format("found %s, expected one of %s", tostring(key), what), 3)
    end
  end
  return given
end

-- What an analysis gives: an array of rows, each with a field for each column that is not empty, and
-- `columns`, their names in order.
local Listing = {__name = "kpiscore.Listing"}
Listing.__index = Listing

local function new_listing(core)
  local listing = core:get_rows()
  listing.columns, listing._core = core:get_columns(), core
  return setmetatable(listing, Listing)
end

-- The texts that the command writes with `--format csv` and `--format json`.
function Listing:to_csv()
  return self._core:to_csv()
end

function Listing:to_json()
  return self._core:to_json()
end

function Listing:__tostring()
  return string.format("kpiscore.Listing of %s: %d rows", table.concat(self.columns, ", "), #self)
end

local Scorecard = {__name = "kpiscore.Scorecard"}
Scorecard.__index = Scorecard

local function new_scorecard(card)
  return setmetatable({_core = card, findings = card:get_findings()}, Scorecard)
end

-- The score of a node; nil where there is none. An unknown name is an error.
function Scorecard:score(area, period, node)
  return self._core:get_score(area, as_period(period), node)
end

-- The day on which an indicator would meet its target if it goes on as it does, such as
-- "2031-06-30"; nil where it has met it, never would, or nothing tells. An unknown name is an error.
function Scorecard:met_on(area, period, node)
  return self._core:get_met_on(area, as_period(period), node)
end

-- What was noticed of the value of an indicator: a list of "contradictory", "jump", "stale",
-- "outside", "differs" and "rolled_up". An unknown name is an error.
function Scorecard:flags(area, period, node)
  return self._core:list_flags(area, as_period(period), node)
end

-- What needs somebody now, most urgent first: of a scorecard as of a day, as a rule. A row has the
-- fields alert, area, period, node, status, value, target, required, deadline, days, pace and text,
-- one sentence in `language`, such as "vi".
function Scorecard:alerts(language)
  return new_listing(self._core:list_alerts(language))
end

local row_keys = {area = true, period = true, node = true}

-- Goes through the rows, by period, area and node: all, or those of one area, period or node. A row
-- has a field for each column of the CSV that is not empty.
function Scorecard:rows(where)
  where = check_keys(where, row_keys, "area, node, period")
  local selection = core.KpiSelection(self._core, where.area, as_period(where.period), where.node)
  return function()
    return selection:next()
  end
end

-- What was done between the measure and the score: who was left out, what was filled, what was moved.
-- A row has the fields stage, method, area, period, node, before, after and share.
function Scorecard:treatments()
  return new_listing(self._core:list_treatments())
end

-- What the index is judged by, for each period and level of areas shown: "summary" (if nothing is
-- said), "correlations" (of which `method` is "pearson", "spearman" or "kendall"), "alpha", "pca",
-- "availability" or "weights" (what each node is said to weigh, beside what it moves).
function Scorecard:stats(of, method)
  return new_listing(self._core:list_statistics(of, method))
end

-- The texts that `kpiscore score` writes with `--format csv` and `--format json`.
function Scorecard:to_csv()
  return self._core:to_csv()
end

function Scorecard:to_json()
  return self._core:to_json()
end

function Scorecard:__len()
  return self._core:get_n_rows()
end

function Scorecard:__tostring()
  return string.format("kpiscore.Scorecard of %s: %d rows", self._core:get_model_id(), #self)
end

local Fit = {__name = "kpiscore.Fit"}
Fit.__index = Fit

local function new_fit(fit)
  return setmetatable({_core = fit, model_id = fit:get_model_id(), findings = fit:get_findings()},
                      Fit)
end

-- What the C part takes for a fit, which may be none.
local function core_of(fit)
  if fit ~= nil and getmetatable(fit) ~= Fit then
    error(string.format("found %s, expected a kpiscore.Fit", type(fit)), 3)
  end
  return fit and fit._core
end

-- Loads a fit that was saved.
function Fit.load(path)
  return new_fit(core.KpiFit.load({path}))
end

-- Saves it as text that brings back every number to the bit.
function Fit:save(path)
  self._core:save({path})
end

-- The fit of the data of both together: fits of parts, merged, are the fit of the whole.
function Fit:merge(other)
  return new_fit(self._core:merge(core_of(other)))
end

function Fit:__len()
  return self._core:get_n_entries()
end

function Fit:__tostring()
  return string.format("kpiscore.Fit of %s: %d entries", self.model_id, #self)
end

local Model = {__name = "kpiscore.Model"}
Model.__index = Model

local function new_model(model)
  return setmetatable({_core = model, id = model:get_id(), findings = model:get_findings(),
                       nodes = model:get_nodes()}, Model)
end

-- Reads a model file; each further file is laid over those before it.
function Model.load(...)
  local paths = {...}
  for i = 1, math.max(1, select("#", ...)) do
    if type(paths[i]) ~= "string" then
      error(string.format("found %s, expected a path", type(paths[i])), 2)
    end
  end
  return new_model(core.KpiModel.load(paths))
end

-- Reads a model from YAML text, which may extend built-in models alone.
function Model.parse(text)
  return new_model(core.KpiModel.parse(text))
end

-- The title in a language such as "vi"; in English, or as first given, where it has none.
function Model:title(language)
  return self._core:get_title(language)
end

-- The targets that hold somewhere, each beside the one that it overlays. A row has the fields node,
-- area, level, target, by, file, line, overlaid, overlaid_file, overlaid_line and verdict, which is
-- "stricter", "weaker", "earlier", "later" and so on.
function Model:targets()
  return new_listing(self._core:list_targets())
end

-- The names of registers in order, and beside them their files.
local function as_registers(registers)
  if registers == nil then
    return nil, nil
  end
  if type(registers) ~= "table" then
    error(string.format("found %s, expected a table from registers to files", type(registers)), 3)
  end
  local names, files = {}, {}
  for name in pairs(registers) do
    names[#names + 1] = name
  end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  for i, name in ipairs(names) do
    files[i] = registers[name]
  end
  return names, files
end

local option_keys = {areas = true, as_of = true, fit = true, nodes = true, periods = true,
                     registers = true, stage = true}

-- Scores a CSV file of observations, or a list of files, or none. The options: `as_of`, a day;
-- `periods`, `areas` and `nodes`, each one or a list; `registers`, from which file a register of the
-- model is read, whatever file it names: {tasks = "tasks.csv"}; `stage`, how values are shown: as
-- "measured", "imputed", "treated" or "normalised"; `fit`, what was learned from other data, to score by
-- rather than learning from these.
function Model:score(data, options)
  options = check_keys(options, option_keys, "areas, as_of, fit, nodes, periods, registers, stage")
  local register_names, register_files = as_registers(options.registers)
  return new_scorecard(self._core:score(as_list(data), options.as_of,
                                        as_list(options.periods, as_period),
                                        as_list(options.areas), as_list(options.nodes),
                                        register_names, register_files, options.stage,
                                        core_of(options.fit)))
end

local fit_keys = {as_of = true, registers = true}

-- Learns from a CSV file of observations, or a list of files, what scores need to know of them. The
-- options: `as_of` and `registers`, as above.
function Model:fit(data, options)
  options = check_keys(options, fit_keys, "as_of, registers")
  local register_names, register_files = as_registers(options.registers)
  return new_fit(self._core:fit(as_list(data), options.as_of, register_names, register_files))
end

function Model:__tostring()
  return "kpiscore.Model " .. self.id
end

return {
  Fit = Fit,
  Model = Model,
  models = core.models, -- the built-in models, by the names that `extends: [kpiscore:NAME]` takes
  _VERSION = core.version(),
}
