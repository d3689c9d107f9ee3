/* SPDX-License-Identifier: MIT */
/* From files to one merged tree.
 *
 * Each file is read and checked once, whoever extends it, and laid where it is first needed: what
 * two files both extend lies below both, and does not undo the first when the second is laid. A
 * file named by the caller is laid where it is named all the same. Always true: what is laid stands
 * after all that it extends; past a limit no further file is read. */

#include <string.h>

#include <kpiscore/model.h>

#include "base/text.h"
#include "model/schema/catalogue.h"
#include "model/yaml/cursor.h"
#include "model/yaml/file.h"
#include "model/schema/salvage.h"
#include "model/schema/schema.h"
#include "model/schema/source.h"

#define TEXT_NAME "<text>"

/* One file, text or built-in model. */
typedef struct {
  char *identity;   /* the same for the same file, however it is spelt */
  const char *name; /* as messages spell it */
  KpiYaml *tree;    /* NULL if it could not be read */
  gboolean is_open; /* what it extends is being read */
} Source;

typedef struct {
  GPtrArray *sources; /* of Source */
  GPtrArray *open;    /* of Source: who extends whom, the first file first */
  GPtrArray *layers;  /* of KpiYaml, the lowest first; borrowed from the sources */
  GPtrArray *files;   /* of char *, the caller's, likewise below */
  GPtrArray *paths;
  const char *first; /* the file that the caller named last; NULL for a text */
  gsize n_nodes;     /* of all trees */
  gboolean is_alone; /* one file that extends none: what it lacks is missing */
  gboolean is_full;  /* a limit is passed: nothing more is read */
  gboolean has_gaps; /* something could not be read at all: what it would say is not known */
  KpiFindings *findings;
} Loader;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->identity);
  g_clear_pointer (&source->tree, _kpi_yaml_unref);
  g_free (source);
}

static Source *
find_source (const Loader *loader, const char *identity)
{
  for (guint i = 0; i < loader->sources->len; i++) {
    Source *source = g_ptr_array_index (loader->sources, i);

    if (strcmp (source->identity, identity) == 0)
      return source;
  }
  return NULL;
}

/* Whether to read one more file: not past a limit, and not for findings that would not be kept. */
static gboolean
may_go_on (const Loader *loader)
{
  return !loader->is_full && _kpi_findings_has_room (loader->findings, KPI_SEVERITY_ERROR);
}

static void
refuse_more_files (Loader *loader, const KpiCursor *at)
{
  loader->is_full = TRUE;
  loader->has_gaps = TRUE;
  _kpi_cursor_error (at, KPI_ERROR_LIMIT, "found more than %d files in one model",
                     KPI_MAX_MODEL_FILES);
}

/* Adds a source. NULL, and reported, where there are too many. */
static Source *
add_source (Loader *loader, const char *identity, const char *name, const KpiCursor *at)
{
  Source *source;
  char *kept;

  if (loader->sources->len == KPI_MAX_MODEL_FILES) {
    refuse_more_files (loader, at);
    return NULL;
  }
  kept = g_filename_display_name (name);
  g_ptr_array_add (loader->files, kept);
  if (loader->paths != NULL)
    g_ptr_array_add (loader->paths, g_path_is_absolute (identity) ? g_strdup (name) : NULL);
  source = g_new0 (Source, 1);
  source->identity = g_strdup (identity);
  source->name = kept;
  g_ptr_array_add (loader->sources, source);
  return source;
}

/* Counts a tree. FALSE, and reported, past the limit: each file may be within it, and all together
 * fill the memory. */
static gboolean
spend (Loader *loader, const KpiYaml *tree)
{
  KpiCursor at = _kpi_cursor_root (tree, loader->findings);

  if (tree->size <= KPI_MAX_MODEL_NODES - loader->n_nodes) {
    loader->n_nodes += tree->size;
    return TRUE;
  }
  _kpi_cursor_error (&at, KPI_ERROR_LIMIT, "found more than %d nodes in all files together",
                     KPI_MAX_MODEL_NODES);
  return FALSE;
}

static void extend (Loader *loader, const Source *source, const char *path);

static gboolean
salvage (Loader *loader, Source *source)
{
  KpiYaml *whole = source->tree;

  if (!_kpi_findings_has_errors (loader->findings))
    return TRUE;
  source->tree = _kpi_salvage (whole, loader->is_alone);
  _kpi_yaml_unref (whole);
  loader->has_gaps = loader->has_gaps || source->tree == NULL;
  return source->tree != NULL;
}

/* Whether what was reported last is that a limit is passed. */
static gboolean
ended_at_limit (const KpiFindings *findings)
{
  gsize n = kpi_findings_get_length (findings);

  return n > 0 && kpi_findings_get_code (findings, n - 1) == KPI_ERROR_LIMIT;
}

/* Parses and checks a source's text, then lays it, over what it extends. `path` is that of its
 * file; NULL if it is in none. */
static void
digest (Loader *loader, Source *source, const char *path, const char *text, gsize length)
{
  gboolean is_built_in = g_str_has_prefix (source->identity, KPI_CATALOGUE_PREFIX);
  gboolean extends;

  source->tree = _kpi_yaml_parse (text, length, source->name, is_built_in, loader->findings);
  if (source->tree == NULL || !spend (loader, source->tree)) {
    loader->is_full = ended_at_limit (loader->findings);
    g_clear_pointer (&source->tree, _kpi_yaml_unref);
    loader->has_gaps = TRUE;
    return;
  }
  extends =
      source->tree->kind == KPI_YAML_MAPPING && _kpi_yaml_get (source->tree, "extends") != NULL;
  loader->is_alone = loader->is_alone && !extends;
  _kpi_schema_check (source->tree, loader->is_alone, loader->findings);
  if (extends) {
    source->is_open = TRUE;
    g_ptr_array_add (loader->open, source);
    extend (loader, source, path);
    g_ptr_array_set_size (loader->open, (gint)loader->open->len - 1);
    source->is_open = FALSE;
  }
  if (!salvage (loader, source))
    return;
  g_ptr_array_add (loader->layers, source->tree);
}

/* Reports that `source`, which is open, is extended again: the chain from it to itself. */
static void
report_cycle (const Loader *loader, const Source *source, const KpiCursor *at)
{
  g_autoptr (GString) chain = g_string_new (NULL);
  guint i = 0;

  while (g_ptr_array_index (loader->open, i) != source)
    i++;
  for (; i < loader->open->len; i++) {
    const Source *link = g_ptr_array_index (loader->open, i);

    g_string_append_printf (chain, "%s extends ", link->name);
  }
  g_string_append (chain, source->name);
  _kpi_cursor_error (at, KPI_ERROR_CYCLE, "found a circle: %s", chain->str);
}

/* Whether an identity was read before; reports it if that closes a circle. */
static gboolean
is_known (const Loader *loader, const char *identity, const KpiCursor *at)
{
  const Source *source = find_source (loader, identity);

  if (source != NULL && source->is_open)
    report_cycle (loader, source, at);
  return source != NULL;
}

static void
load_file (Loader *loader, const char *path, const KpiCursor *at)
{
  g_autofree char *identity = _kpi_file_identify (path, at);
  g_autofree char *text = NULL;
  Source *source;
  gsize length;

  if (identity != NULL && is_known (loader, identity, at))
    return;
  source = identity != NULL ? add_source (loader, identity, path, at) : NULL;
  text = source != NULL ? _kpi_file_read (identity, at, &length) : NULL;
  if (text != NULL)
    digest (loader, source, path, text, length);
  else
    loader->has_gaps = TRUE;
}

static void
load_built_in (Loader *loader, const char *identity, const KpiCursor *at)
{
  const char *name = identity + strlen (KPI_CATALOGUE_PREFIX);
  g_autoptr (GBytes) text = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *hint = NULL;
  Source *source;

  if (is_known (loader, identity, at))
    return;
  text = _kpi_catalogue_find (name);
  if (text == NULL) {
    quoted = _kpi_text_quote (name);
    hint = _kpi_catalogue_hint (name);
    _kpi_cursor_error (at, KPI_ERROR_UNKNOWN, "found %s, expected a built-in model%s", quoted,
                       hint);
  }
  source = text != NULL ? add_source (loader, identity, identity, at) : NULL;
  if (source != NULL)
    digest (loader, source, NULL, g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  else
    loader->has_gaps = TRUE;
}

/* What the check has refused as a name. */
static gboolean
is_blank (const char *text)
{
  g_autofree char *name = _kpi_text_name (text, strlen (text));

  return name == NULL || *name == '\0';
}

/* Reads what one entry of `extends` names, said in the file at `path` (NULL: in none). Past a limit
 * nothing is: it would not be laid. */
static void
extend_by (Loader *loader, const char *path, const KpiCursor *at)
{
  const char *name = _kpi_cursor_text (at);
  g_autofree char *folder = NULL;
  g_autofree char *first_folder = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *quoted = _kpi_text_quote (name);

  if (is_blank (name) || !may_go_on (loader))
    return;
  if (g_str_has_prefix (name, KPI_CATALOGUE_PREFIX)) {
    load_built_in (loader, name, at);
    return;
  }
  if (path == NULL) {
    loader->has_gaps = TRUE;
    _kpi_cursor_error (at, KPI_ERROR_VALUE,
                       "found %s, expected " KPI_CATALOGUE_PREFIX
                       "NAME: what is in no file extends built-in models alone",
                       quoted);
    return;
  }
  folder = _kpi_file_folder (path);
  first_folder = _kpi_file_folder (loader->first);
  joined = _kpi_file_join (folder, name);
  if (_kpi_file_is_within (joined, first_folder)) {
    load_file (loader, joined, at);
    return;
  }
  loader->has_gaps = TRUE;
  _kpi_cursor_error (at, KPI_ERROR_VALUE,
                     "found %s, expected a file within the folder of the first file", quoted);
}

/* Reads all that a source extends. What the check has refused there is passed over. More names than
 * there may be files are not even looked for: each costs several questions to the file system. */
static void
extend (Loader *loader, const Source *source, const char *path)
{
  KpiCursor root = _kpi_cursor_root (source->tree, loader->findings);
  KpiCursor at = _kpi_cursor_get (&root, "extends");

  if (at.node->kind == KPI_YAML_SCALAR)
    extend_by (loader, path, &at);
  for (gsize i = 0; at.node->kind == KPI_YAML_LIST && i < _kpi_cursor_length (&at); i++) {
    KpiCursor item = _kpi_cursor_entry (&at, i);

    if (i == KPI_MAX_MODEL_FILES) {
      refuse_more_files (loader, &item);
      return;
    }

    if (item.node != NULL && item.node->kind == KPI_YAML_SCALAR)
      extend_by (loader, path, &item);
  }
}

static Loader
loader_new (gboolean is_alone, GPtrArray *files, GPtrArray *paths, KpiFindings *findings)
{
  return (Loader){.sources = g_ptr_array_new_with_free_func (source_free),
                  .open = g_ptr_array_new (),
                  .layers = g_ptr_array_new (),
                  .files = files,
                  .paths = paths,
                  .is_alone = is_alone,
                  .findings = findings};
}

static void
loader_clear (Loader *loader)
{
  g_ptr_array_unref (loader->layers);
  g_ptr_array_unref (loader->open);
  g_ptr_array_unref (loader->sources);
}

/* Lays all layers over one another. NULL, and reported, without memory. */
static KpiYaml *
lay_all (const Loader *loader)
{
  KpiYaml *merged = NULL;

  for (guint i = 0; i < loader->layers->len; i++) {
    KpiYaml *layer = g_ptr_array_index (loader->layers, i);
    KpiCursor at = _kpi_cursor_root (layer, loader->findings);
    KpiYaml *below = merged;

    merged = _kpi_schema_overlay (below, layer, loader->findings);
    g_clear_pointer (&below, _kpi_yaml_unref);
    if (merged == NULL) {
      _kpi_cursor_fail_memory (&at);
      return NULL;
    }
  }
  return merged;
}

/* Checks what the files make together; a part of it that was refused may well be missing. */
static KpiYaml *
check_merged (const Loader *loader, KpiYaml *merged)
{
  if (!_kpi_findings_has_errors (loader->findings))
    _kpi_schema_check (merged, TRUE, loader->findings);
  return _kpi_salvage (merged, TRUE);
}

/* Ends the loader: the merged tree, or what is right of it; NULL if something was not read. */
static KpiYaml *
finish (Loader *loader)
{
  g_autoptr (KpiYaml) merged = NULL;
  KpiYaml *checked = NULL;

  if (!loader->has_gaps)
    merged = lay_all (loader);
  if (merged != NULL)
    checked = loader->is_alone ? g_steal_pointer (&merged) : check_merged (loader, merged);
  loader_clear (loader);
  return checked;
}

static void
load_named (Loader *loader, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  KpiCursor at = {.place = {shown, 0, 0}, .findings = loader->findings};
  g_autofree char *identity = NULL;
  const Source *known;

  loader->first = path;
  identity = _kpi_file_identify (path, &at);
  known = identity != NULL ? find_source (loader, identity) : NULL;
  if (known != NULL && known->tree != NULL)
    g_ptr_array_add (loader->layers, known->tree);
  else if (identity != NULL)
    load_file (loader, path, &at);
  loader->has_gaps = loader->has_gaps || identity == NULL;
}

KpiYaml *
_kpi_source_load (const char *const *named, gsize n_named, GPtrArray *files, GPtrArray *paths,
                  KpiFindings *findings)
{
  Loader loader = loader_new (n_named == 1, files, paths, findings);

  for (gsize i = 0; i < n_named && may_go_on (&loader); i++)
    load_named (&loader, named[i]);
  return finish (&loader);
}

KpiYaml *
_kpi_source_parse (const char *text, gsize length, GPtrArray *files, GPtrArray *paths,
                   KpiFindings *findings)
{
  Loader loader = loader_new (TRUE, files, paths, findings);
  KpiCursor nowhere = {.findings = findings};

  digest (&loader, add_source (&loader, TEXT_NAME, TEXT_NAME, &nowhere), NULL, text, length);
  return finish (&loader);
}
