/* SPDX-License-Identifier: MIT */
/* Areas.
 *
 * Always true: an id or alias names one area alone, after normalisation, or one area until a day
 * and another from later on. A parent need not be listed: a board of provinces names their country
 * without scoring it. */

#include <string.h>

#include "base/text.h"
#include "model/area.h"
#include "model/schema/schema.h"
#include "model/title.h"
#include "model/yaml/scalar.h"

gsize
_kpi_model_find_area (const KpiModel *model, const char *name)
{
  guint32 number = _kpi_names_find (model->area_names, name);

  return number != KPI_NO_NAME ? model->named_areas[number] : G_MAXSIZE;
}

char *
_kpi_area_name (const char *text)
{
  return _kpi_text_name (text, strlen (text));
}

/* The name under a key; "" where nothing is said. */
static char *
name_under (const KpiCursor *at, const char *key)
{
  KpiCursor name = _kpi_cursor_get (at, key);

  return _kpi_area_name (_kpi_cursor_text (&name));
}

/* Whether an area had a name of another one until that came to be, as provinces have that merge
 * under the name of one of them. */
static gboolean
had_before (KpiModel *model, gsize area, gsize owner)
{
  if (model->areas[area].until >= model->areas[owner].from ||
      model->areas[owner].before != G_MAXSIZE)
    return FALSE;
  model->areas[owner].before = area;
  return TRUE;
}

/* Makes `name` name area number `area`. */
static void
claim (const KpiCursor *at, KpiModel *model, const char *name, gsize area)
{
  gsize owner = _kpi_model_find_area (model, name);
  guint32 number;

  if (owner != G_MAXSIZE && had_before (model, area, owner))
    return;
  if (owner != G_MAXSIZE) {
    g_autofree char *found = _kpi_text_quote (name);
    g_autofree char *named = _kpi_text_quote (model->areas[owner].id);

    _kpi_cursor_error_at_key (at, KPI_ERROR_DUPLICATE, "found %s, which names area %s already",
                              found, named);
    return;
  }
  number = _kpi_names_add (model->area_names, name);
  if (number == KPI_NO_NAME)
    _kpi_cursor_fail_memory (at);
  else
    model->named_areas[number] = area;
}

/* What one area needs while all of them are read. */
typedef struct {
  KpiModel *model;
  gsize *walked; /* by area: 1 + the area whose way up to the root came past it */
} Reader;

typedef void (*ReadArea) (const KpiCursor *at, Reader *reader, gsize number);

/* Calls `read` for each area, numbered in the order of the document. */
static void
for_each (const KpiCursor *at, Reader *reader, ReadArea read)
{
  gsize number = 0;

  for (gsize i = 0; i < _kpi_cursor_length (at); i++) {
    KpiCursor area = _kpi_cursor_entry (at, i);

    if (area.node != NULL)
      read (&area, reader, number++);
  }
}

/* From the first day of `from` to the last day of `until`. */
static void
read_life (const KpiCursor *at, KpiArea *area)
{
  KpiCursor from = _kpi_cursor_get (at, "from"), until = _kpi_cursor_get (at, "until");

  area->from = from.node == NULL ? G_MININT32 : _kpi_yaml_get_period (from.node).start;
  area->until = until.node == NULL ? G_MAXINT32 : _kpi_yaml_get_period (until.node).end;
  if (area->from > area->until)
    _kpi_cursor_error (&until, KPI_ERROR_CONFLICT,
                       "found an end before the start, expected a day after from");
}

static void
read_area (const KpiCursor *at, Reader *reader, gsize number)
{
  KpiModel *model = reader->model;
  KpiArea *area = &model->areas[number];
  KpiCursor title = _kpi_cursor_get (at, "title");

  area->place = at->key_place;
  area->before = G_MAXSIZE;
  area->id = _kpi_area_name (at->key);
  area->level = name_under (at, "level");
  area->parent = name_under (at, "parent");
  area->group = name_under (at, "group");
  _kpi_title_read (&title, &area->title);
  read_life (at, area);
  model->n_areas = number + 1;
  claim (at, model, area->id, number);
  if (_kpi_names_add (model->levels, area->level) == KPI_NO_NAME)
    _kpi_cursor_fail_memory (at);
}

/* A list of names; empty, and reported, without memory. */
static GStrv
read_names (const KpiCursor *at)
{
  gsize n = _kpi_cursor_length (at);
  GStrv names = g_try_new0 (char *, n + 1);

  if (names == NULL)
    _kpi_cursor_fail_memory (at);
  for (gsize i = 0; names != NULL && i < n; i++) {
    KpiCursor name = _kpi_cursor_entry (at, i);

    names[i] = _kpi_area_name (_kpi_cursor_text (&name));
  }
  return names;
}

static void
read_aliases (const KpiCursor *at, Reader *reader, gsize number)
{
  KpiCursor aliases = _kpi_cursor_get (at, "aliases"), was = _kpi_cursor_get (at, "was");
  KpiArea *area = &reader->model->areas[number];

  area->was = read_names (&was);
  area->aliases = read_names (&aliases);
  for (gsize i = 0; area->aliases != NULL && i < _kpi_cursor_length (&aliases); i++) {
    KpiCursor alias = _kpi_cursor_entry (&aliases, i);

    claim (&alias, reader->model, area->aliases[i], number);
  }
}

/* Gives the parent by its id, where it is listed. One that is not is warned of only where it looks
 * like a slip of the pen. */
static void
resolve_parent (const KpiCursor *at, Reader *reader, gsize number)
{
  KpiModel *model = reader->model;
  KpiArea *area = &model->areas[number];
  KpiCursor parent = _kpi_cursor_get (at, "parent");
  g_autofree char *hint = NULL, *found = NULL;
  gsize listed;

  if (parent.node == NULL)
    return;
  listed = _kpi_model_find_area (model, area->parent);
  if (listed != G_MAXSIZE) {
    g_free (area->parent);
    area->parent = g_strdup (model->areas[listed].id);
    return;
  }
  hint = _kpi_cursor_hint (&parent, area->parent, model->area_names);
  found = _kpi_text_quote (area->parent);
  if (*hint != '\0')
    _kpi_cursor_warn (&parent, KPI_ERROR_UNKNOWN, "found %s, which is no listed area%s", found,
                      hint);
}

/* Walks up from each area until it meets the root or where another walk has been. */
static void
refuse_cycle (const KpiCursor *at, Reader *reader, gsize number)
{
  const KpiModel *model = reader->model;
  KpiCursor parent = _kpi_cursor_get (at, "parent");
  g_autofree char *found = NULL;
  gsize area = number;

  while (area != G_MAXSIZE && reader->walked[area] == 0) {
    reader->walked[area] = number + 1;
    area = _kpi_model_find_area (model, model->areas[area].parent);
  }
  if (area == G_MAXSIZE || reader->walked[area] != number + 1)
    return;
  found = _kpi_text_quote (model->areas[area].id);
  _kpi_cursor_error (&parent, KPI_ERROR_CYCLE,
                     "found a way up that comes back to %s, expected one that ends", found);
}

/* Room for every area, and for every name that one may have. */
static gboolean
make_room (const KpiCursor *at, Reader *reader)
{
  gsize n = _kpi_cursor_length (at), n_names = n;

  for (gsize i = 0; i < n; i++) {
    KpiCursor area = _kpi_cursor_entry (at, i);
    KpiCursor aliases = _kpi_cursor_get (&area, "aliases");

    n_names += _kpi_cursor_length (&aliases);
  }
  reader->model->areas = g_try_new0 (KpiArea, n);
  reader->model->named_areas = g_try_new0 (gsize, n_names);
  reader->walked = g_try_new0 (gsize, n);
  if (reader->model->areas != NULL && reader->model->named_areas != NULL && reader->walked != NULL)
    return TRUE;
  return _kpi_cursor_fail_memory (at);
}

void
_kpi_area_read_all (const KpiCursor *at, KpiModel *model)
{
  Reader reader = {.model = model};

  if (_kpi_cursor_length (at) > 0 && make_room (at, &reader)) {
    for_each (at, &reader, read_area);
    /* All ids are claimed before any alias: of two that collide the alias is to blame. */
    for_each (at, &reader, read_aliases);
    for_each (at, &reader, resolve_parent);
    for_each (at, &reader, refuse_cycle);
  }
  g_free (reader.walked);
}

void
_kpi_area_clear_all (KpiModel *model)
{
  for (gsize i = 0; i < model->n_areas; i++) {
    KpiArea *area = &model->areas[i];

    g_free (area->id);
    _kpi_title_clear (&area->title);
    g_free (area->level);
    g_free (area->parent);
    g_free (area->group);
    g_strfreev (area->aliases);
    g_strfreev (area->was);
  }
  g_free (model->areas);
  g_free (model->named_areas);
}
