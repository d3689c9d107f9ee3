/* SPDX-License-Identifier: MIT */
/* What Python and Lua see of the library, beneath their own thin layers (bindings/python/kpiscore,
 * bindings/lua/kpiscore.lua), which alone call it. python.i and lua.i say how a text, a list, a
 * KpiValue and a GError look in their language; everything else stands here, once.
 *
 * An argument's name chooses how it is read: `text` must be there, `text_or_none` need not;
 * `not_found` is the error of looking up a name, `error` any other. */
%module(package="kpiscore", threads="1") kpiscore

%{
#include "calls.h"
#include "values.h"
%}

%include "exception.i"

#if defined(SWIGPYTHON)
%include "python.i"
#elif defined(SWIGLUA)
%include "lua.i"
#endif

/* SWIG takes None and nil for NULL, which no call here means. */
%typemap(check) KpiModel *self, KpiFit *self, KpiFit *other, KpiScorecard *self, KpiScorecard *card,
                 KpiSelection *self, KpiListing *self {
  if ($1 == NULL)
    SWIG_exception (SWIG_TypeError, "found nothing, expected an object of kpiscore");
}

%typemap(in, numinputs=0) GError ** (GError *failure = NULL) "$1 = &failure;"
%typemap(freearg) char ** "g_strfreev ($1);"

%apply char **names_or_none { char **periods, char **areas, char **nodes, char **register_names };
%apply char **files_or_none { char **data, char **register_files };
%apply const char *text_or_none { const char *as_of, const char *stage, const char *language,
                                        const char *of, const char *correlation };

%nodefaultctor;

/* What every analysis gives: rows under named columns. */
typedef struct {} KpiListing;

%extend KpiListing {
  ~KpiListing () {
    kpi_listing_unref ($self);
  }
  char **get_columns () {
    return _kpi_list_columns ($self);
  }
  KpiTable get_rows () {
    return _kpi_values_listing ($self);
  }
  GBytes *to_csv (GError **error) {
    return _kpi_write_listing_text ($self, KPI_FORMAT_CSV, error);
  }
  GBytes *to_json (GError **error) {
    return _kpi_write_listing_text ($self, KPI_FORMAT_JSON, error);
  }
}

%newobject KpiFit::load;
%newobject KpiFit::merge;
typedef struct {} KpiFit;

/* Where a fit may be left out, the argument is called `fit_or_none`. */
%extend KpiFit {
  ~KpiFit () {
    kpi_fit_unref ($self);
  }
  static KpiFit *load (char **files, GError **error) {
    return kpi_fit_load (_kpi_first (files), error);
  }
  void save (char **files, GError **error) {
    kpi_fit_save ($self, _kpi_first (files), error);
  }
  KpiFit *merge (KpiFit *other, GError **error) {
    return kpi_fit_merge ($self, other, error);
  }
  size_t get_n_entries () {
    return kpi_fit_get_n_entries ($self);
  }
  const char *get_model_id () {
    return kpi_fit_get_model_id ($self);
  }
  KpiTable get_findings () {
    return _kpi_values_findings (kpi_fit_get_findings ($self));
  }
}

%newobject KpiModel::fit;
%newobject KpiModel::load;
%newobject KpiModel::parse;
%newobject KpiModel::score;
%newobject KpiModel::list_targets;
typedef struct {} KpiModel;

%extend KpiModel {
  ~KpiModel () {
    kpi_model_unref ($self);
  }
  static KpiModel *load (char **files, GError **error) {
    return kpi_model_load_overlaid ((const char *const *) files, g_strv_length (files), error);
  }
  static KpiModel *parse (const char *text, GError **error) {
    return kpi_model_parse (text, -1, error);
  }
  const char *get_id () {
    return kpi_model_get_id ($self);
  }
  const char *get_title (const char *language) {
    return kpi_model_get_title ($self, language);
  }
  KpiTable get_findings () {
    return _kpi_values_findings (kpi_model_get_findings ($self));
  }
  KpiTable get_nodes () {
    return _kpi_values_nodes ($self);
  }
  KpiListing *list_targets (GError **error) {
    return kpi_model_list_targets ($self, error);
  }
  KpiScorecard *score (char **data, const char *as_of, char **periods, char **areas, char **nodes,
                       char **register_names, char **register_files, const char *stage,
                       KpiFit *fit_or_none, GError **error) {
    return _kpi_score_files ($self, data, as_of, periods, areas, nodes, register_names,
                             register_files, stage, fit_or_none, error);
  }
  KpiFit *fit (char **data, const char *as_of, char **register_names, char **register_files,
               GError **error) {
    return _kpi_fit_files ($self, data, as_of, register_names, register_files, error);
  }
}

/* One row is asked for: each name must be there. */
%apply const char *text { const char *area, const char *period, const char *node };
%newobject KpiScorecard::get_met_on;
%newobject KpiScorecard::list_alerts;
%newobject KpiScorecard::list_treatments;
%newobject KpiScorecard::list_statistics;
typedef struct {} KpiScorecard;

%extend KpiScorecard {
  ~KpiScorecard () {
    kpi_scorecard_unref ($self);
  }
  size_t get_n_rows () {
    return kpi_scorecard_get_n_rows ($self);
  }
  const char *get_model_id () {
    return kpi_model_get_id (kpi_scorecard_get_model ($self));
  }
  double get_score (const char *area, const char *period, const char *node, GError **not_found) {
    return _kpi_find_score ($self, area, period, node, not_found);
  }
  char *get_met_on (const char *area, const char *period, const char *node, GError **not_found) {
    return _kpi_find_met_on ($self, area, period, node, not_found);
  }
  KpiTable get_findings () {
    return _kpi_values_findings (kpi_scorecard_get_findings ($self));
  }
  char **list_flags (const char *area, const char *period, const char *node, GError **not_found) {
    return _kpi_list_flags ($self, area, period, node, not_found);
  }
  KpiListing *list_alerts (const char *language, GError **error) {
    return kpi_scorecard_list_alerts ($self, language, error);
  }
  KpiListing *list_treatments (GError **error) {
    return kpi_scorecard_list_treatments ($self, error);
  }
  KpiListing *list_statistics (const char *of, const char *correlation, GError **error) {
    return kpi_scorecard_list_statistics ($self, of, correlation, error);
  }
  GBytes *to_csv (GError **error) {
    return _kpi_write_text ($self, KPI_FORMAT_CSV, error);
  }
  GBytes *to_json (GError **error) {
    return _kpi_write_text ($self, KPI_FORMAT_JSON, error);
  }
}

/* Here a name that is left out lets every row pass. */
%apply const char *text_or_none { const char *area, const char *period, const char *node };
typedef struct {} KpiSelection;

%extend KpiSelection {
  KpiSelection (KpiScorecard *card, const char *area, const char *period, const char *node,
                GError **not_found) {
    return _kpi_selection_new (card, area, period, node, not_found);
  }
  ~KpiSelection () {
    _kpi_selection_free ($self);
  }
  /* The next row; nothing after the last. */
  KpiValues next () {
    gsize row;

    if (!_kpi_selection_next ($self, &row))
      return (KpiValues){0};
    return _kpi_values_row (_kpi_selection_get_card ($self), row);
  }
}

%rename (models) kpi_model_list_builtin;
%rename (version) kpi_version;
char **kpi_model_list_builtin (void);
const char *kpi_version (void);
