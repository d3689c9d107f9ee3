/* SPDX-License-Identifier: MIT */
#include <math.h>

#include <glib/gstdio.h>

#include "reading.h"

#include "data/registers/register.h"

#define N_AREAS 3
#define FIRST_DAY 739000
#define N_DAYS 60
#define LAST_DAY (FIRST_DAY + N_DAYS)

static const KpiFilter all = {NULL, 0, TRUE};

/* Reads a text by a plan whose path is not set yet; `*out_found` gets the findings, a line each,
 * without the file. */
static KpiRegister *
read_register (KpiRegisterPlan plan, const char *text, char **out_found)
{
  g_autoptr (KpiFindings) findings = _kpi_findings_new ();
  g_autofree char *path = write_bytes (text, strlen (text));
  g_autoptr (GString) found = g_string_new (NULL);
  KpiRegister *items;

  plan.name = "r";
  plan.path = path;
  if (plan.filters == NULL) {
    plan.filters = &all;
    plan.n_filters = 1;
  }
  items = _kpi_register_read (&plan, findings);
  g_unlink (path);
  for (gsize i = 0; i < kpi_findings_get_length (findings); i++) {
    g_autofree char *line = kpi_findings_format (findings, i);

    g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", line + strlen (path) + 1);
  }
  *out_found = g_string_free (g_steal_pointer (&found), FALSE);
  return items;
}

/* Checks what is found in a text. */
static void
expect_found (KpiRegisterPlan plan, const char *text, const char *expected)
{
  g_autofree char *found = NULL;
  KpiRegister *items = read_register (plan, text, &found);

  cr_expect_str_eq (found, expected);
  g_clear_pointer (&items, _kpi_register_free);
}

/* ---- What is wrong with files */

static const KpiRegisterPlan plain = {.unique = TRUE};

Test (register, columns, .timeout = 10)
{
  KpiRegisterPlan mapped = {.columns = {NULL, "city", "assigned", "deadline", NULL}};
  KpiCondition condition = {(char *)"level", (char *[]){(char *)"x", NULL}};
  KpiFilter filter = {&condition, 1, FALSE};
  KpiRegisterPlan chosen = {.filters = &filter, .n_filters = 1};

  expect_found (plain, "id,area,opened,due,closed,note\n1,A,2025-01-01,,,\n", "");
  expect_found (plain, "", "1:1: error: found an empty file, expected a header");
  expect_found (plain, "id,area,opend,closed\n",
                "1:1: error: registers.r.columns.opened: found no column \"opened\", expected it, "
                "or another that is named here; did you mean opend?");
  expect_found (mapped, "city,assigned,dedline,closed\n",
                "1:1: error: registers.r.columns.due: found no column \"deadline\", expected the "
                "one that the model names; did you mean dedline?");
  expect_found (chosen, "area,opened,closed,levl\n",
                "1:1: error: registers.r: found no column \"level\", expected the one by which a "
                "measure's where chooses items; did you mean levl?");
  expect_found (plain, "area,opened\n",
                "1:1: warning: registers.r.columns: found no column id: items that come twice are "
                "not noticed, which unique: false allows\n"
                "1:1: warning: registers.r.columns: found no column closed: no item is closed");
  expect_found ((KpiRegisterPlan){.unique = FALSE}, "area,opened,closed,dues\n",
                "1:1: warning: registers.r.columns: found no column due: no item is due; did you "
                "mean dues?");
}

Test (register, items, .timeout = 10)
{
  expect_found (plain, "id,area,opened,closed\n1,A,,\n",
                "2:5: error: opened: found nothing, expected a date such as 2025-12-31, or "
                "dates: dmy in the model");
  expect_found (plain, "id,area,opened,closed\n1,A,31/12/2025,\n",
                "2:5: error: opened: found \"31/12/2025\", expected a date such as 2025-12-31, or "
                "dates: dmy in the model");
  expect_found ((KpiRegisterPlan){.dates = KPI_DATES_DMY}, "area,opened,closed\nA,2025-12-31,\n",
                "2:3: error: opened: found \"2025-12-31\", expected a date such as 31/12/2025, or "
                "dates: iso in the model");
  expect_found (plain, "id,area,opened,closed\n1,,2025-01-02,2025-02-30\n",
                "2:3: error: area: found nothing, expected an area of at most 65,536 bytes, "
                "without control characters\n"
                "2:15: error: closed: found \"2025-02-30\", expected a date such as 2025-12-31, or "
                "dates: dmy in the model");
  expect_found (plain, "id,area,opened,closed\n1,A,2025-01-02,2025-01-01\n",
                "2:16: error: closed: found \"2025-01-01\", expected no day before that of the "
                "opening, 2025-01-02");
  expect_found (plain, "id,area,opened,due,closed\n1,A,2025-01-02,2025-01-01,\n",
                "2:16: warning: due: found \"2025-01-01\", expected no day before that of the "
                "opening, 2025-01-02");
  expect_found (plain, "id,area,opened,closed\n1,A,2025-01-02\n",
                "2:5: error: found 3 fields, expected 4 as in the first line");
}

Test (register, ids, .timeout = 10)
{
  static const char *const twice = "id,area,opened,closed\n"
                                   "a,A,2025-01-01,\n"
                                   "b,A,2025-01-01,\n"
                                   " a ,B,2025-01-02,\n"
                                   "b,A,2025-01-01,\n"
                                   "a,A,2025-01-01,\n";

  expect_found (plain, twice,
                "4:1: error: id: found a second item \" a \", expected each id once; the first is "
                "in line 2\n"
                "5:1: error: id: found a second item \"b\", expected each id once; the first is in "
                "line 3\n"
                "6:1: error: id: found a second item \"a\", expected each id once; the first is in "
                "line 2");
  expect_found ((KpiRegisterPlan){.unique = FALSE}, twice, "");
  expect_found (plain, "id,area,opened,closed\n,A,2025-01-01,\n",
                "2:1: error: id: found nothing, expected an id of at most 65,536 bytes, without "
                "control characters; "
                "unique: false in the model lets items go without one");
}

/* ---- What is counted */

typedef struct {
  guint area;
  gint32 opened, due, closed; /* 0: none */
  gboolean is_central;
} Item;

static void
append_day (GString *text, gint32 day)
{
  KpiPeriod period = _kpi_period_of_day (day);
  char spelling[KPI_PERIOD_SIZE] = "";

  if (day > 0)
    _kpi_period_format (&period, spelling);
  g_string_append_printf (text, ",%s", spelling);
}

static char *
spell (const Item *items, gsize n)
{
  GString *text = g_string_new ("id,area,level,opened,due,closed\n");

  for (gsize i = 0; i < n; i++) {
    g_string_append_printf (text, "%zu,%c,%s", i, 'A' + items[i].area,
                            items[i].is_central ? " Tr\u01b0ng \u01b0\u01a1ng " : "city");
    append_day (text, items[i].opened);
    append_day (text, items[i].due);
    append_day (text, items[i].closed);
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static void
make_items (Item *items, gsize n, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (gsize i = 0; i < n; i++) {
    gint32 opened = FIRST_DAY + g_rand_int_range (random, 0, N_DAYS);

    items[i] = (Item){.area = (guint)g_rand_int_range (random, 0, N_AREAS),
                      .opened = opened,
                      .is_central = g_rand_boolean (random)};
    if (g_rand_int_range (random, 0, 4) > 0) /* some before they were opened */
      items[i].due = opened + g_rand_int_range (random, -3, 20);
    if (g_rand_boolean (random))
      items[i].closed = opened + g_rand_int_range (random, 0, 30);
  }
}

/* The definitions, item by item. */
static KpiEvents
count_one_by_one (const Item *items, gsize n, guint area, gboolean central_only, gint32 day)
{
  KpiEvents events = {{0}};
  guint64 overdue = 0;

  for (gsize i = 0; i < n; i++) {
    gboolean is_closed = items[i].closed > 0 && items[i].closed <= day;

    if (items[i].area != area || items[i].opened > day || (central_only && !items[i].is_central))
      continue;
    events.n[KPI_EVENT_OPENED]++;
    if (is_closed)
      events.n[items[i].due == 0 || items[i].closed <= items[i].due ? KPI_EVENT_ON_TIME
                                                                    : KPI_EVENT_LATE]++;
    overdue += !is_closed && items[i].due > 0 && items[i].due < day;
  }
  events.n[KPI_EVENT_OVERDUE] = overdue + events.n[KPI_EVENT_LATE]; /* see register.c */
  return events;
}

/* A register under two filters: all items, and those of central level, spelt in another way. */
static KpiRegister *
read_items (const Item *items, gsize n)
{
  static char *values[] = {(char *)"other", (char *)"Tr\u01b0ng \u01b0\u01a1ng", NULL};
  static const KpiCondition condition = {(char *)"level", values};
  static const KpiFilter filters[] = {{NULL, 0, TRUE}, {&condition, 1, FALSE}};
  KpiRegisterPlan plan = {.unique = TRUE, .filters = filters, .n_filters = 2};
  g_autofree char *text = spell (items, n);
  g_autofree char *found = NULL;
  KpiRegister *read = read_register (plan, text, &found);

  cr_assert (ne (ptr, read, NULL), "%s", found);
  cr_expect (strstr (found, "error") == NULL, "%s", found);
  return read;
}

static KpiEvents
count (const KpiRegister *items, gsize filter, guint area, gint32 day)
{
  char name[] = {(char)('A' + area), '\0'};
  guint32 number = _kpi_names_find (items->areas, name);
  KpiEvents events = {{0}};

  if (number != KPI_NO_NAME)
    _kpi_register_count (items, filter, number, day, &events);
  return events;
}

static void
expect_same (KpiEvents found, KpiEvents expected, gint32 day)
{
  for (gsize e = 0; e < KPI_N_EVENTS; e++)
    cr_expect (eq (u64, found.n[e], expected.n[e]), "event %zu by day %d", e, day);
}

Test (register, counts_as_the_definitions_say, .timeout = 30)
{
  Item items[400];
  KpiRegister *read;

  make_items (items, G_N_ELEMENTS (items), 57);
  read = read_items (items, G_N_ELEMENTS (items));
  for (gint32 day = FIRST_DAY - 1; day <= LAST_DAY + 60; day++)
    for (guint area = 0; area < N_AREAS; area++)
      for (gsize filter = 0; filter < 2; filter++)
        expect_same (count (read, filter, area, day),
                     count_one_by_one (items, G_N_ELEMENTS (items), area, filter == 1, day), day);
  _kpi_register_free (read);
}

/* What was opened after the day is not there yet, nor what was closed after it. */
static gsize
forget_after (Item *items, gsize n, gint32 day)
{
  gsize n_kept = 0;

  for (gsize i = 0; i < n; i++) {
    if (items[i].opened > day)
      continue;
    items[n_kept] = items[i];
    if (items[n_kept].closed > day)
      items[n_kept].closed = 0;
    n_kept++;
  }
  return n_kept;
}

Test (register, a_day_is_unchanged_by_what_happens_later, .timeout = 30)
{
  for (gint32 day = FIRST_DAY + 5; day < LAST_DAY; day += 9) {
    Item items[300];
    KpiRegister *later, *then;

    make_items (items, G_N_ELEMENTS (items), (guint32)day);
    later = read_items (items, G_N_ELEMENTS (items));
    then = read_items (items, forget_after (items, G_N_ELEMENTS (items), day));
    for (guint area = 0; area < N_AREAS; area++)
      expect_same (count (then, 0, area, day), count (later, 0, area, day), day);
    _kpi_register_free (later);
    _kpi_register_free (then);
  }
}

/* Sorted lengths of what was closed, as text. */
static double
quantile (KpiRegister *const *registers, gsize n, guint area, double share)
{
  char name[] = {(char)('A' + area), '\0'};
  KpiLengths lengths = KPI_LENGTHS;
  double found;

  for (gsize i = 0; i < n; i++) {
    guint32 number = _kpi_names_find (registers[i]->areas, name);

    if (number != KPI_NO_NAME)
      cr_assert (_kpi_register_collect (registers[i], 0, number, 0, LAST_DAY, &lengths));
  }
  found = _kpi_lengths_quantile (&lengths, share);
  _kpi_rows_clear (&lengths.lengths);
  return found;
}

Test (register, two_halves_make_the_whole, .timeout = 30)
{
  Item items[300];
  KpiRegister *whole, *halves[2];

  make_items (items, G_N_ELEMENTS (items), 2030);
  whole = read_items (items, 300);
  halves[0] = read_items (items, 150);
  halves[1] = read_items (items + 150, 150);
  for (guint area = 0; area < N_AREAS; area++) {
    for (gint32 day = FIRST_DAY; day <= LAST_DAY; day += 7) {
      KpiEvents first = count (halves[0], 0, area, day), second = count (halves[1], 0, area, day);

      for (gsize e = 0; e < KPI_N_EVENTS; e++)
        first.n[e] += second.n[e];
      expect_same (first, count (whole, 0, area, day), day);
    }
    cr_expect (eq (dbl, quantile (halves, 2, area, 0.9), quantile (&whole, 1, area, 0.9)));
  }
  _kpi_register_free (whole);
  _kpi_register_free (halves[0]);
  _kpi_register_free (halves[1]);
}
