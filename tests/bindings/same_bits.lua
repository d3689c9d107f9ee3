-- SPDX-License-Identifier: MIT
-- Scores a model and prints every number of the scorecard as the bits that it is, for same_bits.py:
--
--   lua same_bits.lua MODEL DATA [AS_OF]

local kpiscore = require "kpiscore"

local columns = {"value", "value_low", "value_high", "target", "required", "score", "score_low",
                 "score_high", "rank", "rank_best", "rank_worst", "pace", "projected", "coverage"}

local function bits(number)
  return number and string.format("%016x", (string.unpack(">I8", string.pack(">d", number)))) or "-"
end

local card = kpiscore.Model.load(arg[1]):score(arg[2], {as_of = arg[3]})
for row in card:rows() do
  local fields = {row.area, row.period, row.node}
  for _, column in ipairs(columns) do
    fields[#fields + 1] = bits(row[column])
  end
  print(table.concat(fields, "\t"))
end
