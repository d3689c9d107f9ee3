/* SPDX-License-Identifier: MIT */
/* bod: to each area the weights that suit it best, as long as nobody would have more than 100 with
 * them ("benefit of the doubt", data envelopment).
 *
 *   maximise sum of w s  over w >= 0,  where sum of w s' <= 100 for all areas' scores s'
 *
 * Solved from its other side, which has as few rows as there are children: minimise 100 sum of y
 * where sum of y s'[c] >= s[c] for each child c; the weights are that problem's shadow prices.
 * Source: L. Cherchye, W. Moesen, N. Rogge, T. Van Puyenbroeck, Social Indicators Research 82
 * (2007); OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6. Solved by COIN-OR
 * CLP (Eclipse Public License), which is loaded on first use.
 * A gap: counts as 0, which no weights can make better than it is (T. Kuosmanen, Journal of the
 * Operational Research Society 60 (2009)). An area without any child has no weights. A negative
 * score: no weights for anybody.
 * The score is unique; where several weights bring it about, these are some of them. */

#include <math.h>

#include "base/findings-private.h"
#include "base/library.h"
#include "method/weighting.h"

#define FULL 100
#define TOLERANCE 1e-9
#define OPTIMAL 0

static const KpiLibrary clp = {
    .file = "libClp.so.1", .purpose = "benefit-of-the-doubt weights", .package = "coinor-libclp1"};

typedef struct Clp Clp;

/* What is used of CLP's C interface. */
typedef struct {
  Clp *(*new_model) (void);
  void (*delete_model) (Clp *);
  void (*set_log_level) (Clp *, int);
  void (*set_primal_tolerance) (Clp *, double);
  void (*set_dual_tolerance) (Clp *, double);
  void (*load) (Clp *, int n_columns, int n_rows, const int *starts, const int *rows,
                const double *values, const double *column_low, const double *column_high,
                const double *objective, const double *row_low, const double *row_high);
  void (*set_row_low) (Clp *, const double *);
  int (*solve) (Clp *, int);
  int (*status) (Clp *);
  double *(*prices) (Clp *);
} Solver;

typedef struct {
  KpiArena arena;
  const KpiWeighed *weighed;
  Solver solver;
  Clp *model;
  gsize *best; /* the areas that no other one equals or beats in every child */
  gsize n_best;
  int *starts; /* by best area: its column of scores */
  int *rows;
  double *values;
  double *full; /* FULL, by best area */
  double *lows; /* by child: scores of the area in hand */
} Envelope;

static gboolean
find_solver (Solver *solver, GError **error)
{
  gpointer handle = _kpi_library_open (&clp, error);
  const struct {
    const char *name;
    gpointer place;
  } functions[] = {{"Clp_newModel", &solver->new_model},
                   {"Clp_deleteModel", &solver->delete_model},
                   {"Clp_setLogLevel", &solver->set_log_level},
                   {"Clp_setPrimalTolerance", &solver->set_primal_tolerance},
                   {"Clp_setDualTolerance", &solver->set_dual_tolerance},
                   {"Clp_loadProblem", &solver->load},
                   {"Clp_chgRowLower", &solver->set_row_low},
                   {"Clp_dual", &solver->solve},
                   {"Clp_status", &solver->status},
                   {"Clp_dualRowSolution", &solver->prices}};

  for (gsize i = 0; handle != NULL && i < G_N_ELEMENTS (functions); i++) {
    gpointer function = _kpi_library_find (handle, &clp, functions[i].name, error);

    if (function == NULL)
      return FALSE;
    *(gpointer *)functions[i].place = function;
  }
  return handle != NULL;
}

static double
score_of (const KpiWeighed *weighed, gsize child, gsize area)
{
  double score = weighed->children[child][area];

  return isnan (score) ? 0 : score;
}

/* Whether an area has as much as another of every child. */
static gboolean
reaches (const KpiWeighed *weighed, gsize area, gsize other)
{
  for (gsize c = 0; c < weighed->n_children; c++)
    if (score_of (weighed, c, area) < score_of (weighed, c, other))
      return FALSE;
  return TRUE;
}

/* Whoever another one reaches bounds no weights that this one does not: the problem goes without
 * them, which makes it many times smaller where children are few. */
static void
find_best (Envelope *envelope)
{
  for (gsize i = 0; i < envelope->weighed->n_areas; i++) {
    gsize kept = 0;
    gboolean reached = FALSE;

    for (gsize b = 0; b < envelope->n_best && !reached; b++)
      reached = reaches (envelope->weighed, envelope->best[b], i);
    if (reached)
      continue;
    for (gsize b = 0; b < envelope->n_best; b++)
      if (!reaches (envelope->weighed, i, envelope->best[b]))
        envelope->best[kept++] = envelope->best[b];
    envelope->best[kept] = i;
    envelope->n_best = kept + 1;
  }
}

static gboolean
allocate (Envelope *envelope)
{
  gsize n = envelope->weighed->n_areas, n_children = envelope->weighed->n_children, n_cells;
  KpiArena *arena = &envelope->arena;

  if (!g_size_checked_mul (&n_cells, n, n_children) || n_cells >= G_MAXINT)
    return FALSE;
  envelope->best = KPI_ARENA_NEW (arena, gsize, n);
  envelope->starts = KPI_ARENA_NEW (arena, int, n + 1);
  envelope->rows = KPI_ARENA_NEW (arena, int, n_cells);
  envelope->values = KPI_ARENA_NEW (arena, double, n_cells);
  envelope->full = KPI_ARENA_NEW (arena, double, n);
  envelope->lows = KPI_ARENA_NEW0 (arena, double, n_children);
  return !arena->failed;
}

/* Hands the problem over; its right side comes with each area. */
static void
load (Envelope *envelope)
{
  const KpiWeighed *weighed = envelope->weighed;
  int n_cells = 0;

  find_best (envelope);
  for (gsize i = 0; i < envelope->n_best; i++) {
    envelope->starts[i] = n_cells;
    envelope->full[i] = FULL;
    for (gsize c = 0; c < weighed->n_children; c++) {
      envelope->rows[n_cells] = (int)c;
      envelope->values[n_cells++] = score_of (weighed, c, envelope->best[i]);
    }
  }
  envelope->starts[envelope->n_best] = n_cells;
  envelope->model = envelope->solver.new_model ();
  envelope->solver.set_log_level (envelope->model, 0); /* it would print */
  envelope->solver.set_primal_tolerance (envelope->model, TOLERANCE);
  envelope->solver.set_dual_tolerance (envelope->model, TOLERANCE);
  envelope->solver.load (envelope->model, (int)envelope->n_best, (int)weighed->n_children,
                         envelope->starts, envelope->rows, envelope->values, NULL, NULL,
                         envelope->full, envelope->lows, NULL);
}

static void
envelope_clear (Envelope *envelope)
{
  if (envelope->model != NULL)
    envelope->solver.delete_model (envelope->model);
  _kpi_arena_clear (&envelope->arena);
}

/* Whether an area has any child; fills what it has to reach. */
static gboolean
take_area (Envelope *envelope, gsize area)
{
  gboolean any = FALSE;

  for (gsize c = 0; c < envelope->weighed->n_children; c++) {
    envelope->lows[c] = score_of (envelope->weighed, c, area);
    any |= !isnan (envelope->weighed->children[c][area]);
  }
  return any;
}

static gboolean
solve_area (Envelope *envelope, gsize area, double *out_weights, GError **error)
{
  gsize n_children = envelope->weighed->n_children;
  const double *prices;

  if (!take_area (envelope, area)) {
    for (gsize c = 0; c < n_children; c++)
      out_weights[c] = NAN;
    return TRUE;
  }
  envelope->solver.set_row_low (envelope->model, envelope->lows);
  envelope->solver.solve (envelope->model, 0);
  if (envelope->solver.status (envelope->model) != OPTIMAL)
    return _kpi_error_set (error, KPI_ERROR_UNDEFINED, "CLP found no weights");
  prices = envelope->solver.prices (envelope->model);
  for (gsize c = 0; c < n_children; c++)
    out_weights[c] = MAX (prices[c], 0); /* 0 may come as -1e-17 */
  return TRUE;
}

static gboolean
has_negative (const KpiWeighed *weighed)
{
  for (gsize c = 0; c < weighed->n_children; c++)
    for (gsize i = 0; i < weighed->n_areas; i++)
      if (weighed->children[c][i] < 0)
        return TRUE;
  return FALSE;
}

static gboolean
weigh (const KpiWeighed *weighed, double *out_weights, const char **out_why, GError **error)
{
  Envelope envelope = {.weighed = weighed};
  gsize n = weighed->n_areas;
  gboolean done = find_solver (&envelope.solver, error);

  if (done && has_negative (weighed))
    return _kpi_weighting_undefined (out_weights, n * weighed->n_children, "negative scores",
                                     out_why);
  if (done && !allocate (&envelope))
    done = _kpi_weighting_no_memory (error);
  if (done)
    load (&envelope);
  for (gsize i = 0; i < n && done; i++)
    done = solve_area (&envelope, i, out_weights + i * weighed->n_children, error);
  envelope_clear (&envelope);
  return done;
}

const KpiWeightingMethod _kpi_weighting_bod = {
    .name = "bod",
    .about = "to each area the weights that suit it best",
    .weigh = weigh,
    .per_area = TRUE,
};
