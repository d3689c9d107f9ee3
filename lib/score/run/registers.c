/* SPDX-License-Identifier: MIT */
/* The registers of a run.
 *
 * Always true: each file is read once, whatever number of measures count its items. */

#include "base/text.h"
#include "score/run/register-filters.h"

static gboolean
lacks_latest (const KpiRun *run, const KpiScoreOptions *options)
{
  return run->n_periods == 0 && options != NULL && options->as_of == KPI_AS_OF_LATEST;
}

/* Sets the one period of a run whose day no observation said. */
static void
set_latest (KpiRun *run)
{
  gint32 day = 0;

  for (gsize i = 0; i < run->registers->n_registers; i++)
    if (run->registers->registers[i].items != NULL)
      day = MAX (day, run->registers->registers[i].items->last_day);
  if (day == 0)
    return;
  run->periods[0] = _kpi_period_of_day (day);
  run->n_periods = 1;
}

/* The file that the caller gave for a register, the last one; NULL if there is none. */
static const char *
find_given (const KpiScoreOptions *options, const char *name)
{
  for (guint i = options != NULL ? options->registers->len : 0; i >= 2; i -= 2)
    if (g_str_equal (g_ptr_array_index (options->registers, i - 2), name))
      return g_ptr_array_index (options->registers, i - 1);
  return NULL;
}

/* Refuses names that the model does not know, and warns of registers that nothing counts. */
static gboolean
check_given (KpiRun *run, const KpiScoreOptions *options)
{
  gboolean good = TRUE;

  for (guint i = 0; options != NULL && i < options->registers->len; i += 2) {
    const char *name = g_ptr_array_index (options->registers, i);
    guint32 number = _kpi_names_find (run->model->register_names, name);
    g_autofree char *quoted = _kpi_text_quote (name);
    g_autofree char *hint = NULL;

    if (number != KPI_NO_NAME && run->registers->registers[number].filters.n > 0)
      continue;
    hint = _kpi_names_hint (run->model->register_names, name);
    if (number == KPI_NO_NAME)
      _kpi_findings_add (run->findings, KPI_SEVERITY_ERROR, KPI_ERROR_ARGUMENT, KPI_NOWHERE,
                         "register", "found %s, expected one of the model's registers%s", quoted,
                         hint);
    else
      _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_UNUSED, KPI_NOWHERE,
                         "register", "found %s, whose items no indicator counts", quoted);
    good = good && number != KPI_NO_NAME;
  }
  return good;
}

static void
warn_absent (KpiRun *run, const KpiModelRegister *declared)
{
  g_autofree char *path = g_strdup_printf ("registers.%s", declared->name);
  g_autofree char *quoted = declared->path != NULL ? _kpi_text_quote (declared->path) : NULL;

  _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_MISSING, declared->place, path,
                     "absent register: found no file%s%s; the indicators that count its items have "
                     "no data",
                     quoted != NULL ? " " : "", quoted != NULL ? quoted : "");
}

static void
warn_rounded (KpiRun *run, const KpiModelRegister *declared, const KpiRegister *items)
{
  g_autofree char *path = g_strdup_printf ("registers.%s", declared->name);

  _kpi_findings_add (
      run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_LIMIT, (KpiPlace){items->file, 0, 0}, path,
      "found too many different lengths to keep each: medians and percentiles of 128 "
      "days and more are within 1 %% of the exact ones");
}

/* An empty list of days, which is not the same as any day. */
static const gint32 no_cutoff = 0;

static KpiRegisterPlan
plan_of (const KpiRun *run, const KpiModelRegister *declared, const KpiRunRegister *of,
         const char *path, gboolean any_day)
{
  const KpiRows *cutoffs = &run->registers->cutoffs;
  KpiRegisterPlan plan = {.name = declared->name,
                          .path = path,
                          .dates = declared->day_first ? KPI_DATES_DMY : KPI_DATES_ISO,
                          .unique = declared->unique,
                          .filters = of->filters.data,
                          .n_filters = of->filters.n};

  for (gsize i = 0; i < KPI_N_ITEM_COLUMNS; i++)
    plan.columns[i] = declared->columns[i];
  if (!any_day)
    plan.cutoffs = (KpiCutoffs){cutoffs->n > 0 ? cutoffs->data : &no_cutoff, cutoffs->n};
  return plan;
}

static gboolean
read_register (KpiRun *run, gsize number, const KpiScoreOptions *options)
{
  const KpiModelRegister *declared = &run->model->registers[number];
  KpiRunRegister *of = &run->registers->registers[number];
  const char *given = find_given (options, declared->name);
  const char *path = given != NULL ? given : declared->path;
  KpiRegisterPlan plan;

  if (path == NULL || (given == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))) {
    warn_absent (run, declared);
    return TRUE;
  }
  plan = plan_of (run, declared, of, path, lacks_latest (run, options));
  of->items = _kpi_register_read (&plan, run->findings);
  if (of->items != NULL && of->items->spans.is_rounded)
    warn_rounded (run, declared, of->items);
  return of->items != NULL;
}

static gboolean
start (KpiRun *run)
{
  gsize n = run->model->n_registers;

  struct _KpiRunRegisters *registers = run->registers = g_new0 (struct _KpiRunRegisters, 1);

  registers->cutoffs = KPI_ROWS (gint32);
  registers->registers = KPI_ARENA_NEW0 (&registers->arena, KpiRunRegister, n);
  registers->filter_of = g_try_new0 (guint32, MAX (run->model->n_indicators, 1)); /* the card's */
  if (registers->registers == NULL || registers->filter_of == NULL)
    return FALSE;
  registers->n_registers = n;
  for (gsize i = 0; i < n; i++)
    registers->registers[i].filters = KPI_ROWS (KpiFilter);
  return _kpi_register_filters_set (run) && _kpi_register_cutoffs_set (run);
}

/* A register has no periods of its own. */
static void
warn_of_no_period (KpiRun *run)
{
  for (gsize i = 0; i < run->registers->n_registers; i++)
    if (run->registers->registers[i].items != NULL && run->n_periods == 0 && !run->as_of) {
      _kpi_findings_add (run->findings, KPI_SEVERITY_WARNING, KPI_ERROR_MISSING, KPI_NOWHERE,
                         "period",
                         "found no period, expected one to be asked for: a register has "
                         "none of its own");
      return;
    }
}

gboolean
_kpi_registers_run (KpiRun *run, const KpiScoreOptions *options)
{
  gboolean good = TRUE;

  if (run->model->n_registers == 0 && (options == NULL || options->registers->len == 0))
    return TRUE;
  if (!start (run))
    return _kpi_run_no_memory (run);
  good = check_given (run, options);
  for (gsize i = 0; i < run->registers->n_registers; i++)
    if (run->registers->registers[i].filters.n > 0)
      good = read_register (run, i, options) && good;
  if (good && lacks_latest (run, options))
    set_latest (run);
  if (good)
    warn_of_no_period (run);
  return good;
}

gboolean
_kpi_registers_same_items (const KpiModel *model, const guint32 *filter_of, gsize a, gsize b)
{
  const KpiIndicator *left = &model->indicators[a], *right = &model->indicators[b];

  return left->measure.items != NULL && right->measure.items != NULL &&
         left->measure.items->items == right->measure.items->items &&
         filter_of[a] == filter_of[b] &&
         (left->rollup.form == KPI_ROLLUP_NONE) == (right->rollup.form == KPI_ROLLUP_NONE);
}

void
_kpi_registers_end (KpiRun *run)
{
  struct _KpiRunRegisters *registers = run->registers;

  if (registers == NULL)
    return;
  for (gsize i = 0; i < registers->n_registers; i++) {
    g_clear_pointer (&registers->registers[i].items, _kpi_register_free);
    _kpi_rows_clear (&registers->registers[i].filters);
  }
  _kpi_arena_clear (&registers->arena);
  g_free (registers->filter_of);
  _kpi_rows_clear (&registers->cutoffs);
  g_clear_pointer (&run->registers, g_free);
}
