-- SPDX-License-Identifier: MIT
-- The Lua module: what its contract says, and that no argument can bring it down.
--
--   lua test_lua.lua FOLDER      -- a folder to write files into

local kpiscore = require "kpiscore"

local folder = assert(arg[1], "found no folder to write files into")

local MODEL = [[
kpiscore: 1
id: small
title: {en: Small, vi: Nhỏ}
areas:
  VN-HUE: {level: city, title: {vi: Huế}, aliases: [Thừa Thiên Huế]}
  Đà Nẵng: {level: city}
indicators:
  paid:
    title: Paid online
    unit: "%"
    target: {at_least: 80, by: 2030}
    score: {method: goalposts, posts: [0, 200]}
  done: {score: {method: goalposts, posts: [0, 100]}}
index: {id: whole, of: [{id: paid, weight: 3}, done]}
]]

-- paid 30 of 200 is 15, done 40 of 100 is 40: the index is (3 * 15 + 40) / 4 = 21.25.
local DATA = [[
area,series,period,value
VN-HUE,paid,2025,30
VN-HUE,done,2025,40
Đà Nẵng,paid,2025,90
Đà Nẵng,done,2024-Q3,7
]]

local function write(name, text)
  local path = folder .. "/" .. name
  local file = assert(io.open(path, "w"))
  file:write(text)
  file:close()
  return path
end

local model_path, data_path = write("model.yaml", MODEL), write("data.csv", DATA)

local function new_card(options)
  return kpiscore.Model.load(model_path):score(data_path, options)
end

local function equal(found, expected)
  if found ~= expected then
    error(string.format("found %s, expected %s", tostring(found), tostring(expected)), 2)
  end
end

-- The error that a call raises.
local function raised(call, ...)
  local ok, failure = pcall(call, ...)
  if ok then
    error("found no error, expected one", 2)
  end
  return failure
end

local function contains(text, part)
  if not tostring(text):find(part, 1, true) then
    error(string.format("found %q, expected %q in it", tostring(text), part), 2)
  end
end

local function collect(rows, field)
  local found = {}
  for row in rows do
    found[#found + 1] = row[field]
  end
  return table.concat(found, " ")
end

local tests = {}

function tests.model()
  local model = kpiscore.Model.parse(MODEL)
  equal(model.id, "small")
  equal(model:title(), "Small")
  equal(model:title("vi"), "Nhỏ")
  equal(tostring(model), "kpiscore.Model small")
  equal(#model.findings, 0)
  equal(#model.nodes, 3)
  local node = model.nodes[1]
  equal(node.id, "paid")
  equal(node.kind, "indicator")
  equal(node.title, "Paid online")
  equal(node.unit, "%")
  equal(model.nodes[2].unit, nil)
end

function tests.overlay()
  local over = write("over.yaml", "kpiscore: 1\nid: over\n")
  equal(kpiscore.Model.load(model_path, over).id, "over")
end

function tests.targets()
  local over = write("over.yaml", "kpiscore: 1\nindicators: {paid: {target: {at_least: 90}}}\n")
  local targets = kpiscore.Model.load(model_path, over):targets()
  equal(#targets, 1)
  equal(targets[1].target, "at_least 90")
  equal(targets[1].overlaid, "at_least 80 by 2030")
  equal(targets[1].overlaid_line, 11)
  equal(targets[1].area, nil)
  equal(targets[1].verdict, "stricter")
end

function tests.stages_and_treatments()
  local model = kpiscore.Model.parse("kpiscore: 1\nid: m\nindicators: {a: {impute: mean}}\n" ..
                                     "index: {id: i, of: [a]}\n")
  local path = write("gap.csv", "area,period,a\nA,2025,0\nB,2025,10\nC,2025,\n")
  local card = model:score(path, {stage = "imputed"})
  for row in card:rows{area = "C", node = "a"} do
    equal(row.value, 5)
  end
  local treatments = card:treatments()
  equal(#treatments, 1)
  equal(treatments[1].stage, "imputed")
  equal(treatments[1].method, "mean")
  equal(treatments[1].area, "C")
  equal(treatments[1].after, 5)
  equal(treatments[1].before, nil)
  contains(raised(model.score, model, path, {stage = "cooked"}).message, "normalised")
end

function tests.module()
  contains(table.concat(kpiscore.models(), " "), "nq57")
  equal(kpiscore._VERSION:match("^%d+%.%d+%.%d+$"), kpiscore._VERSION)
end

function tests.scores()
  local card = new_card()
  equal(card:score("VN-HUE", "2025", "paid"), 15)
  equal(card:score("Thừa Thiên Huế", 2025, "whole"), 21.25)
  equal(card:score("VN-HUE", 2025.0, "done"), 40)
end

function tests.the_day_on_which_a_target_would_be_met()
  local text = MODEL:gsub("by: 2030", "by: 2030, baseline: {value: 10, at: 2020}")
  local card = kpiscore.Model.parse(text):score(data_path)
  -- 4 a year from 30 at the end of 2025: 12.5 years to 80, half of 2038 being 182.5 days.
  equal(card:met_on("VN-HUE", 2025, "paid"), "2038-07-02")
  equal(card:met_on("VN-HUE", 2025, "whole"), nil)
end

function tests.flags()
  local model = kpiscore.Model.parse("kpiscore: 1\nid: m\nindicators: {paid: {max_change: 5}}\n")
  local card = model:score(write("jump.csv", "area,period,paid\nA,2024,10\nA,2025,16\n"))
  equal(table.concat(card:flags("A", 2025, "paid"), " "), "jump")
  equal(#card:flags("A", 2024, "paid"), 0)
  contains(raised(card.flags, card, "A", 2025, "pad"), "did you mean paid?")
end

-- VN-HUE has 30 where at least 80 was due 184 days before the end of the year.
function tests.stats()
  local card = new_card({periods = 2025})
  local paid = card:stats()[1]
  equal(paid.node, "paid")
  equal(paid.of, "value")
  equal(paid.n, 2)
  equal(paid.mean, 60) -- of 30 and 90
  equal(paid.skewness, nil)
  equal(card:stats("correlations", "kendall")[1].other, "done")
  contains(raised(card.stats, card, "sumary").message, "did you mean summary")
end

function tests.alerts()
  local text = MODEL:gsub("by: 2030", "by: 2025-06-30")
  local card = kpiscore.Model.parse(text):score(data_path, {as_of = "latest", areas = "VN-HUE"})
  local alerts = card:alerts()
  equal(#alerts, 1)
  equal(alerts[1].alert, "overdue")
  equal(alerts[1].node, "paid")
  equal(alerts[1].days, 184)
  equal(alerts[1].required, nil)
  equal(alerts[1].text, "30%, where at least 80% was due by 2025-06-30.")
  contains(card:alerts("vi")[1].text, "ít nhất 80%")
end

function tests.no_score_is_nil()
  local card = new_card()
  equal(card:score("Đà Nẵng", "2025", "done"), nil)
  equal(card:score("Đà Nẵng", "2024-Q3", "paid"), nil)
end

function tests.rows()
  local card = new_card {periods = 2025}
  equal(#card, 6)
  equal(math.type(#card), "integer")
  equal(collect(card:rows(), "node"), "paid done whole paid done whole")
  local row = card:rows()()
  equal(row.area, "VN-HUE")
  equal(row.value, 30)
  equal(row.target, 80)
  equal(row.rank, 2)
  equal(math.type(row.rank), "integer")
  equal(row.pace, nil)
  equal(collect(card:rows {node = "whole"}, "area"), "VN-HUE Đà Nẵng")
  equal(collect(card:rows {area = "Thừa Thiên Huế", period = 2025}, "node"), "paid done whole")
end

function tests.rows_of_several_periods()
  local card = new_card()
  equal(collect(card:rows {area = "Đà Nẵng", node = "done"}, "period"), "2024-Q3 2025")
  equal(collect(card:rows {period = "2024-Q3", node = "paid"}, "node"), "")
end

function tests.every_row_is_in_the_csv()
  local card = new_card()
  local _, n_lines = card:to_csv():gsub("\n", "")
  equal(n_lines, #card + 1)
  contains(card:to_csv(), "VN-HUE,2025,paid,indicator,30,")
  contains(card:to_json(), '"model"')
end

function tests.options()
  local card = new_card {as_of = "2026-01-31"}
  equal(card:score("Đà Nẵng", "2026-01-31", "done"), 7)
  card = new_card {areas = "VN-HUE", nodes = {"whole", "paid"}, periods = {2025.0, "2024"}}
  equal(collect(card:rows {period = "2025"}, "node"), "paid whole")
  equal(card:rows {period = "2025"}().rank, 2) -- as among all areas
end

function tests.several_files()
  local more = write("more.csv", "area,series,period,value\nĐà Nẵng,done,2025,50\n")
  local card = kpiscore.Model.load(model_path):score({data_path, more})
  equal(card:score("Đà Nẵng", 2025, "done"), 50)
end

function tests.no_data()
  local card = kpiscore.Model.load(model_path):score(nil, {periods = 2025})
  equal(card:score("VN-HUE", 2025, "whole"), nil)
end

function tests.every_field_of_an_error()
  local path = write("wrong.yaml", "kpiscore: 1\nid: x\nindicators:\n  paid:\n" ..
                     "    unitt: days\nindecs: {}\n")
  local failure = raised(kpiscore.Model.load, path)
  equal(failure.code, "unknown")
  equal(failure.file, path)
  equal(failure.line, 5)
  equal(failure.column, 5)
  equal(math.type(failure.line), "integer")
  equal(#failure.findings, 2)
  equal(tostring(failure), failure.message)
  equal(failure.message, tostring(failure.findings[1]) .. "\n" .. tostring(failure.findings[2]))
  local first = failure.findings[1]
  equal(first.severity, "error")
  equal(first.code, "unknown")
  equal(first.file, path)
  equal(first.line, 5)
  equal(first.column, 5)
  equal(first.path, "indicators.paid")
  contains(first.text, "unitt")
  equal(failure.findings[2].line, 6)
end

function tests.warnings_are_findings_of_the_scorecard()
  local path = write("extra.csv", DATA .. "VN-HUE,piad,2025,1\n")
  local card = kpiscore.Model.load(model_path):score(path)
  equal(#card.findings, 1)
  equal(card.findings[1].severity, "warning")
  equal(card.findings[1].code, "unused")
end

function tests.unknown_names()
  local card = new_card()
  contains(raised(card.score, card, "VN-HUA", 2025, "paid"), "VN-HUE")
  contains(raised(card.rows, card, {node = "piad"}), "paid")
  equal(raised(card.score, card, "VN-HUE", 1999, "paid").code, "unknown")
end

-- Of A one is on time, and one overdue from February on; B's is open and not due.
function tests.registers()
  local model = kpiscore.Model.parse([[
kpiscore: 1
id: registers
registers: {tasks: {}}
indicators: {timely: {measure: {register: tasks, count: timely_rate}}}
]])
  local tasks = write("tasks.csv", [[
id,area,opened,due,closed
1,A,2025-01-01,2025-01-31,2025-01-15
2,A,2025-01-01,2025-01-31,
3,B,2025-06-01,2026-06-01,
]])
  local values = {}
  for row in model:score(nil, {registers = {tasks = tasks}, periods = 2025}):rows() do
    values[row.area] = row.value or "none"
  end
  equal(values.A, 50.0)
  equal(values.B, "none")
  contains(model:score(nil, {periods = 2025}).findings[1].text, "absent register")
  contains(raised(model.score, model, nil, {registers = {taks = tasks}}), "did you mean tasks")
  contains(raised(model.score, model, nil, {registers = {tasks = folder .. "/none.csv"}}), "none.csv")
  contains(raised(model.score, model, nil, {registers = "tasks.csv"}), "expected a table")
  contains(raised(model.score, model, nil, {registers = {tasks = 1}}), "string")
  contains(raised(model.score, model, nil, {registers = {tasks}}), "string")
end

function tests.wrong_options()
  local model = kpiscore.Model.parse(MODEL)
  contains(raised(model.score, model, data_path, {register = {}}), "registers")
  contains(raised(model.score, model, data_path, {areas = "VN-HUA"}), "VN-HUE")
  contains(raised(model.score, model, data_path, {as_of = "2025-02-30"}), "2025-02-30")
  contains(raised(model.score, model, folder .. "/no such.csv"), "no such.csv")
end

function tests.wrong_types()
  local model, card = kpiscore.Model.parse(MODEL), new_card()
  for _, call in ipairs {
    function() kpiscore.Model.load() end,
    function() kpiscore.Model.load(model_path, nil) end,
    function() kpiscore.Model.load(3) end,
    function() kpiscore.Model.parse() end,
    function() kpiscore.Model.parse({}) end,
    function() kpiscore.Model.parse("id: x\0") end,
    function() model:title(3) end,
    function() model:score(3) end,
    function() model:score({3}) end,
    function() model:score({{}}) end,
    function() model:score("a\0b") end,
    function() model:score(nil, 3) end,
    function() model:score(nil, {as_of = 2025}) end,
    function() model:score(nil, {periods = 2025.5}) end,
    function() model:score(nil, {periods = {{}}}) end,
    function() model:score(nil, {areas = true}) end,
    function() card:score() end,
    function() card:score("VN-HUE", {}, "paid") end,
    function() card:score("VN-HUE\0", 2025, "paid") end,
    function() card:rows(3) end,
    function() card:rows {nod = "whole"} end,
    function() card:rows {node = 3} end,
    function() card.score(nil, "VN-HUE", 2025, "paid") end,
    function() card._core.get_score(nil, "VN-HUE", "2025", "paid") end,
    function() card._core.get_score(model._core, "VN-HUE", "2025", "paid") end,
    function() model._core.get_id(nil) end,
  } do
    raised(call)
  end
end

-- 10 is 0 and 30 is 100, so that 15 is 25; with 50 learned besides, 15 is 12.5.
function tests.fit()
  local fitted = kpiscore.Model.parse("kpiscore: 1\nid: f\nindicators: {a: {score: minmax}}\n")
  local old = write("old.csv", "area,period,a\nX,2024,10\nY,2024,30\n")
  local older = write("older.csv", "area,period,a\nX,2023,10\nY,2023,50\n")
  local new = write("new.csv", "area,period,a\nX,2025,15\n")
  local path = folder .. "/old.fit"
  local fit = fitted:fit(old)
  equal(#fit, 1)
  equal(fit.model_id, "f")
  equal(#fit.findings, 0)
  equal(tostring(fit), "kpiscore.Fit of f: 1 entries")
  fit:save(path)
  equal(fitted:score(new, {fit = kpiscore.Fit.load(path)}):score("X", 2025, "a"), 25)
  equal(fitted:score(new, {fit = fit:merge(fitted:fit(older))}):score("X", 2025, "a"), 12.5)
  contains(raised(function() fitted:score(new, {fit = path}) end), "found string, expected a kpiscore.Fit")
  contains(raised(kpiscore.Fit.load, new), "new.csv:1:1: error")
  raised(function() fit:merge(nil) end)
  raised(function() fit:save(nil) end)
  raised(function() kpiscore.Fit.load(nil) end)
  raised(function() kpiscore.Model.load(model_path):score(data_path, {fit = fit}) end)
end

-- The gap of new data is filled with the mean of the old, 20, which is halfway from 10 to 30.
function tests.gaps_are_filled_by_a_fit()
  local filled = kpiscore.Model.parse("kpiscore: 1\nid: f\nindicators: {a: {impute: mean, score: minmax}}\n")
  local fit = filled:fit(write("old.csv", "area,period,a\nX,2024,10\nY,2024,30\n"))
  local card = filled:score(write("gap.csv", "area,period,a\nX,2024,\nY,2024,99\n"), {fit = fit})
  equal(#fit, 2)
  equal(card:score("X", 2024, "a"), 50)
  equal(card:score("Y", 2024, "a"), 100)
end

function tests.a_scorecard_outlives_its_model()
  local rows = new_card {periods = 2025}:rows()
  local card = new_card()
  collectgarbage()
  collectgarbage()
  equal(card:score("VN-HUE", 2025, "whole"), 21.25)
  equal(collect(rows, "node"), "paid done whole paid done whole")
end

local n_run, n_failed = 0, 0
for name, test in pairs(tests) do
  local ok, failure = xpcall(test, debug.traceback)
  n_run = n_run + 1
  if not ok then
    n_failed = n_failed + 1
    print(name .. ": " .. tostring(failure))
  end
end
print(string.format("%d run, %d failed", n_run, n_failed))
os.exit(n_failed == 0 and n_run > 0, true) -- true: the state is closed, so that leaks are seen
