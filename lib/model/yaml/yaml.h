/* SPDX-License-Identifier: MIT */
/* YAML as a tree in which every node knows where it stands.
 *
 * Nodes are immutable once read, counted without atomics (a model is read by one thread), and may
 * occur in several places: an alias is the node it names. Scalars stay text; what they are is for
 * the place to say at which they stand. */
#pragma once

#include "base/findings-private.h"
#include "base/rows.h"

typedef enum { KPI_YAML_NULL, KPI_YAML_SCALAR, KPI_YAML_LIST, KPI_YAML_MAPPING } KpiYamlKind;

typedef struct _KpiYaml KpiYaml;

/* One entry of a mapping, or one item of a list (its key is then NULL). */
typedef struct {
  char *key;
  KpiPlace key_place;
  KpiYaml *value;
  gsize index; /* where it stood in its file, from 0 */
} KpiYamlEntry;

struct _KpiYaml {
  guint references;
  KpiYamlKind kind;   /* NULL: a plain `null`, `~`, or nothing at all */
  KpiPlace place;     /* its file name is borrowed from whoever asked for the reading */
  gboolean built_in;  /* stands in a file of the catalogue */
  char *text;         /* of a scalar; it holds no NUL */
  KpiRows entries;    /* of KpiYamlEntry, in the order of the file; of lists and mappings */
  gsize size;         /* nodes below and including it, keys too, aliases followed */
  gboolean has_null;  /* itself, or some entry below it */
  gboolean is_hollow; /* stands for a mapping with something wrong in it: see salvage.h */
  guint height;       /* levels of lists and mappings below and including it, aliases followed */
  KpiYaml *overlaid;  /* of a target that was laid over another: what that one demanded, see
                         overlay.c; NULL where it demanded nothing */
};

/* A text counts as one node for every so many bytes begun, and as one where it is empty. */
#define KPI_BYTES_PER_NODE 64

/* The longest key of a mapping, in bytes: that of YAML for keys on one line. */
#define KPI_MAX_KEY_BYTES 1024

/* Reads one document. `file` must outlive the tree. Tags, several documents, duplicate keys, keys
 * that are no scalars, cycles, and what passes the limits of kpiscore/model.h are errors. NULL
 * where reading cannot go on; after lesser errors (a duplicate key) the tree of the rest, so that
 * it can be checked too: ask `findings`. */
KpiYaml *_kpi_yaml_parse (const char *text, gsize length, const char *file, gboolean built_in,
                          KpiFindings *findings);

KpiYaml *_kpi_yaml_ref (KpiYaml *node);
void _kpi_yaml_unref (KpiYaml *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiYaml, _kpi_yaml_unref)

/* A node without content at a place (NULL if there is no memory), to be filled before anyone else
 * sees it. */
KpiYaml *_kpi_yaml_new (KpiYamlKind kind, KpiPlace place, gboolean built_in);

/* Sets the text of a scalar. FALSE if there is no memory. */
gboolean _kpi_yaml_set_text (KpiYaml *scalar, const char *text, gsize length);

/* Appends an entry to a mapping, or an item to a list (its key is NULL); takes `value`, also when
 * it fails. FALSE if there is no memory. */
gboolean _kpi_yaml_add (KpiYaml *node, const char *key, KpiPlace key_place, KpiYaml *value);

/* The value of a key; NULL if `mapping` has no such key, or a null there. */
const KpiYaml *_kpi_yaml_get (const KpiYaml *mapping, const char *key);

gsize _kpi_yaml_length (const KpiYaml *node);
const KpiYamlEntry *_kpi_yaml_entry (const KpiYaml *node, gsize index);
