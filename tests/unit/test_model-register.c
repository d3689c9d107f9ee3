/* SPDX-License-Identifier: MIT */
#include "model-expect.h"

#define REGISTERS HEAD "registers:\n  tasks: {}\n"

Test (model_register, what_is_said_and_what_is_not, .timeout = 10)
{
  g_autoptr (KpiModel) model = expect_silence (
      HEAD "registers:\n"
           "  tasks: {columns: {id: no, area: ' city ', closed: completed}, dates: dmy}\n"
           "  files: {unique: false}\n"
           "indicators:\n"
           "  a: {measure: {register: files, count: p90_days, window: period,\n"
           "      where: {level: [central, ' city'], kind: x}}}\n"
           "  b: {measure: {register: tasks, count: opened}}\n");
  const KpiModelRegister *tasks = &model->registers[0];
  const KpiItemMeasure *a = model->indicators[0].measure.items;
  const KpiItemMeasure *b = model->indicators[1].measure.items;

  cr_assert (eq (sz, model->n_registers, 2));
  cr_expect_str_eq (tasks->name, "tasks");
  cr_expect_str_eq (tasks->columns[0], "no");
  cr_expect_str_eq (tasks->columns[1], "city");
  cr_expect (tasks->columns[2] == NULL && tasks->columns[3] == NULL);
  cr_expect_str_eq (tasks->columns[4], "completed");
  cr_expect (tasks->day_first && tasks->unique && tasks->path == NULL);
  cr_expect (not(model->registers[1].day_first));
  cr_expect (not(model->registers[1].unique));
  cr_expect (eq (u32, a->items, 1));
  cr_expect (eq (int, (int)a->count, (int)KPI_COUNT_P90_DAYS));
  cr_expect (a->in_period);
  cr_assert (eq (sz, a->n_where, 2));
  cr_expect_str_eq (a->where[0].column, "level");
  cr_expect_str_eq (a->where[0].values[1], "city");
  cr_expect (a->where[0].values[2] == NULL);
  cr_expect_str_eq (a->where[1].values[0], "x");
  cr_expect (eq (int, (int)b->count, (int)KPI_COUNT_OPENED));
  cr_expect (not(b->in_period));
  cr_expect (eq (sz, b->n_where, 0));
}

Test (model_register, measures, .timeout = 10)
{
  expect_error (REGISTERS "indicators: {a: {measure: {register: taks, count: open}}}\n",
                KPI_ERROR_UNKNOWN,
                "5:38: error: indicators.a.measure.register: found taks, expected one of the "
                "registers; did you mean tasks?");
  expect_error (REGISTERS "indicators: {a: {measure: {register: tasks, count: opn}}}\n",
                KPI_ERROR_VALUE,
                "5:52: error: indicators.a.measure.count: found \"opn\", expected opened, closed, "
                "open,");
  expect_error (REGISTERS "indicators: {a: {measure: {register: tasks}}}\n", KPI_ERROR_MISSING,
                "5:28: error: indicators.a.measure.register: found register without count, "
                "expected both");
  expect_error (REGISTERS "indicators: {a: {measure: {sum: [b], window: period}}}\n",
                KPI_ERROR_MISSING,
                "5:38: error: indicators.a.measure.window: found window without register, "
                "expected both");
  expect_error (REGISTERS "indicators: {a: {measure: {register: tasks, count: open, sum: [b]}}}\n",
                KPI_ERROR_CONFLICT,
                "5:27: error: indicators.a.measure: found 2 keys, expected one: a mapping with "
                "sum, ratio");
  expect_error (REGISTERS "indicators: {a: {rollup: mean, measure: {register: tasks, count: "
                          "open}}}\n",
                KPI_ERROR_CONFLICT,
                "5:26: error: indicators.a.rollup: found a roll-up of values for a measure of a "
                "register");
}

Test (model_register, columns_differ, .timeout = 10)
{
  expect_error (HEAD "registers: {tasks: {columns: {opened: day, closed: day}}}\n"
                     "indicators: {a: {}}\n",
                KPI_ERROR_CONFLICT,
                "3:52: error: registers.tasks.columns.closed: found the column of opened, expected "
                "another one");
}

/* A mistake in a register does not make its measures wrong. */
Test (model_register, a_wrong_one_keeps_its_name, .timeout = 10)
{
  expect_error (HEAD "registers: {tasks: {dates: mdy}}\n"
                     "indicators: {a: {measure: {register: tasks, count: open}}}\n",
                KPI_ERROR_VALUE,
                "3:28: error: registers.tasks.dates: found \"mdy\", expected iso "
                "or dmy");
}
