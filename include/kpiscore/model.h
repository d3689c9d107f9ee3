/* SPDX-License-Identifier: MIT */
/**
 * @file model.h
 * A model: the indicators, how each is measured, its target, and how they add up to an index, read
 * from YAML and checked.
 *
 * A KpiModel is immutable, counted atomically, and may be shared between threads. Strings that its
 * getters return are borrowed from it.
 */
#ifndef KPI_MODEL_H
#define KPI_MODEL_H

#include <kpiscore/error.h>
#include <kpiscore/listing.h>

G_BEGIN_DECLS

/** A model as read. @since 0.1 */
typedef struct _KpiModel KpiModel;

/** What a node of an index is. @since 0.1 */
typedef enum {
  KPI_NODE_INDICATOR, /**< a measured quantity: a leaf */
  KPI_NODE_GROUP,     /**< an inner node, a pillar */
  KPI_NODE_INDEX      /**< the root of a tree */
} KpiNodeKind;

/** The largest model file that is read, in bytes. @since 0.1 */
#define KPI_MAX_MODEL_BYTES (16 * 1024 * 1024)

/** How deep mappings and lists may nest in a model file. @since 0.1 */
#define KPI_MAX_MODEL_DEPTH 64

/** How many nodes a model file may have once its aliases are followed; a text counts as one node
 *  for every 64 bytes begun. @since 0.1 */
#define KPI_MAX_MODEL_NODES 1000000

/** How many files may make up one model, those named by `extends` included. @since 0.1 */
#define KPI_MAX_MODEL_FILES 64

/** How many series one measure or check may add up, each side of a ratio on its own. @since 0.1 */
#define KPI_MAX_TERMS 1000

/** How many points a scoring method may have. @since 0.1 */
#define KPI_MAX_POINTS 1000

/**
 * Reads a model from a YAML file, with all files that it extends.
 *
 * `extends` is followed within the folder of @p path alone; `kpiscore:NAME` is a built-in model.
 * @param path   a file, in the encoding of file names
 * @param error  set on failure, with every finding of every file
 * @return the model; NULL on failure. Its warnings: kpi_model_get_findings().
 * Linear in the size of the files.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiModel *kpi_model_load (const char *path, GError **error);

/**
 * Reads several model files, each laid over those before it.
 * @param paths    the files, the base first
 * @param n_paths  how many there are, at least 1
 * @param error    set on failure
 * @return the model; NULL on failure.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiModel *kpi_model_load_overlaid (const char *const *paths, gsize n_paths,
                                                        GError **error);

/**
 * Reads a model from YAML text. Such a text may extend built-in models alone.
 * @param text    UTF-8, of @p length bytes
 * @param length  the number of bytes; -1 if @p text ends with a NUL
 * @param error   set on failure; the file of its findings is `<text>`
 * @return the model; NULL on failure.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiModel *kpi_model_parse (const char *text, gssize length, GError **error);

/** Takes another reference. @return @p model itself. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiModel *kpi_model_ref (KpiModel *model);

/** Gives a reference back; the last one ends the model. @since 0.1 */
KPI_AVAILABLE_IN_0_1 void kpi_model_unref (KpiModel *model);

/** The model's id. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_model_get_id (const KpiModel *model);

/**
 * The model's title.
 * @param language  such as "vi"; NULL, or one that the model lacks: English, else the first given
 * @return borrowed; the id where there is no title.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 const char *kpi_model_get_title (const KpiModel *model, const char *language);

/** The warnings met while reading; borrowed, perhaps empty. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiFindings *kpi_model_get_findings (const KpiModel *model);

/** How many nodes there are: indicators in order of first appearance, then each tree from its
 *  root down. Indicators of a built-in model that no tree uses come too. @since 0.1 */
KPI_AVAILABLE_IN_0_1 gsize kpi_model_get_n_nodes (const KpiModel *model);

/** The id of node @p node, which is below kpi_model_get_n_nodes(). @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_model_get_node_id (const KpiModel *model, gsize node);

/** What node @p node is. @since 0.1 */
KPI_AVAILABLE_IN_0_1 KpiNodeKind kpi_model_get_node_kind (const KpiModel *model, gsize node);

/** The title of node @p node; @p language as in kpi_model_get_title(). @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_model_get_node_title (const KpiModel *model, gsize node,
                                                           const char *language);

/** The unit of node @p node; "" where none is given. @since 0.1 */
KPI_AVAILABLE_IN_0_1 const char *kpi_model_get_node_unit (const KpiModel *model, gsize node);

/**
 * The targets that hold somewhere, each beside the one that it overlays: that of an earlier file,
 * or, for an area or a level, the one that would hold there otherwise.
 *
 * The columns: `node`; `area` and `level`, both empty for a target by default; `target`, such as
 * `at_least 35`; `by`, the period whose last day is the last that counts; `file` and `line`; then
 * `overlaid`, such as `at_least 30 by 2030`, `overlaid_file`, `overlaid_line` and `verdict`, empty
 * where nothing is overlaid. The verdict is `stricter` if all that meets the target meets the other
 * one too, `weaker` the other way round, `stricter_but_later` and `weaker_but_earlier` where the
 * deadline moves against that, `earlier` and `later` where only the deadline differs, `same`, or
 * `other`. Nodes come in the model's order; of each the target by default, those of levels, those
 * of areas, bytewise.
 * @param model  the model
 * @param error  set if there is no memory
 * @return a new listing; NULL on failure.
 * O(n log n) in the number of targets.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 KpiListing *kpi_model_list_targets (const KpiModel *model, GError **error);

/**
 * The built-in models, by the names that `extends: [kpiscore:NAME]` takes.
 * @return a new NULL-terminated list; free it with g_strfreev().
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 char **kpi_model_list_builtin (void);

/**
 * A built-in model as the YAML text it is.
 * @param name   such as "nq57"
 * @param error  set if there is no such model, naming the nearest
 * @return a new string; NULL on failure.
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 char *kpi_model_get_builtin (const char *name, GError **error);

/**
 * The JSON Schema (draft-07) of the model file, made from the table that the reader itself uses.
 * @return a new string; free it with g_free().
 * @since 0.1
 */
KPI_AVAILABLE_IN_0_1 char *kpi_model_get_schema (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiModel, kpi_model_unref)

G_END_DECLS

#endif
