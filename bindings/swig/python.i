/* SPDX-License-Identifier: MIT */
/* The Python part of kpiscore.i: texts, lists, values and errors as Python has them.
 *
 * Always true: what fails has set a Python exception, and a GError is freed before it is raised. */

%pythonnondynamic;

/* Only what reads, scores or writes much lets other threads run meanwhile. */
%nothread;
%thread KpiModel::load;
%thread KpiModel::parse;
%thread KpiModel::score;
%thread KpiModel::fit;
%thread KpiFit::load;
%thread KpiFit::save;
%thread KpiFit::merge;
%thread KpiListing::to_csv;
%thread KpiListing::to_json;
%thread KpiScorecard::to_csv;
%thread KpiScorecard::to_json;

%{
#include <math.h>
#include <string.h>

/* Borrowed from `object`; NULL, with an exception, if it is no text that C can take whole. */
static const char *
text_from (PyObject *object, const char *argument)
{
  Py_ssize_t length;
  const char *text;

  if (!PyUnicode_Check (object)) {
    PyErr_Format (PyExc_TypeError, "%s: found %.200s, expected str", argument,
                  Py_TYPE (object)->tp_name);
    return NULL;
  }
  text = PyUnicode_AsUTF8AndSize (object, &length);
  if (text != NULL && strlen (text) != (size_t) length) {
    PyErr_Format (PyExc_ValueError, "%s: found a NUL character within the text", argument);
    return NULL;
  }
  return text;
}

static char *
copy_text (PyObject *object, const char *argument)
{
  return g_strdup (text_from (object, argument));
}

/* A path in the encoding of file names, from str, bytes or os.PathLike. */
static char *
copy_path (PyObject *object, const char *argument)
{
  PyObject *bytes;
  char *path;

  (void) argument; /* Python's own message says enough */
  if (!PyUnicode_FSConverter (object, &bytes))
    return NULL;
  path = g_strdup (PyBytes_AS_STRING (bytes));
  Py_DECREF (bytes);
  return path;
}

/* A list of our own, because what `object` holds may change while other threads run. */
static char **
list_from (PyObject *object, const char *argument,
           char *(*copy) (PyObject *item, const char *argument))
{
  PyObject *items = PySequence_Tuple (object);
  Py_ssize_t n_items;
  char **list;

  if (items == NULL)
    return NULL;
  n_items = PyTuple_GET_SIZE (items);
  list = g_new0 (char *, n_items + 1);
  for (Py_ssize_t i = 0; i < n_items; i++) {
    list[i] = copy (PyTuple_GET_ITEM (items, i), argument);
    if (list[i] == NULL) {
      g_clear_pointer (&list, g_strfreev);
      break;
    }
  }
  Py_DECREF (items);
  return list;
}

/* File names need not be UTF-8, and stand in messages. */
static PyObject *
from_text (const char *text, gsize length)
{
  return PyUnicode_DecodeUTF8 (text, (Py_ssize_t) length, "surrogateescape");
}

static PyObject *
from_value (KpiValue value)
{
  PyObject *object;

  switch (value.kind) {
  case KPI_VALUE_TEXT:
    object = from_text (value.text, strlen (value.text));
    g_free (value.owned);
    return object;
  case KPI_VALUE_NUMBER:
    return PyFloat_FromDouble (value.number);
  case KPI_VALUE_WHOLE:
    return PyLong_FromDouble (value.number);
  default:
    Py_RETURN_NONE;
  }
}

/* Sets item `i` of a new list; ends the list if the item could not be made. */
static gboolean
set_item (PyObject **list, gsize i, PyObject *item)
{
  if (item == NULL) {
    Py_CLEAR (*list);
    return FALSE;
  }
  PyList_SET_ITEM (*list, (Py_ssize_t) i, item);
  return TRUE;
}

static PyObject *
from_values (KpiValues values)
{
  PyObject *list = PyList_New ((Py_ssize_t) values.length);

  for (gsize i = 0; list != NULL && i < values.length; i++)
    set_item (&list, i, from_value (values.get (values.of, values.at, i)));
  return list;
}

static PyObject *
from_table (KpiTable table)
{
  PyObject *list = PyList_New ((Py_ssize_t) table.length);
  KpiValues values = table.first;

  for (values.at = 0; list != NULL && values.at < table.length; values.at++)
    set_item (&list, values.at, from_values (values));
  return list;
}

static PyObject *
from_names (char **names)
{
  gsize n_names = g_strv_length (names);
  PyObject *list = PyList_New ((Py_ssize_t) n_names);

  for (gsize i = 0; list != NULL && i < n_names; i++)
    set_item (&list, i, from_text (names[i], strlen (names[i])));
  g_strfreev (names);
  return list;
}

static PyObject *
from_bytes (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  PyObject *object = from_text (text, length);

  g_bytes_unref (bytes);
  return object;
}

/* The classes are Python's own: kpiscore/errors.py. */
static void
raise_error (GError *error, const char *class_name)
{
  PyObject *module = PyImport_ImportModule ("kpiscore.errors");
  PyObject *class = module != NULL ? PyObject_GetAttrString (module, class_name) : NULL;
  PyObject *fields = from_values (_kpi_values_error (error));
  PyObject *findings = from_table (_kpi_values_findings (kpi_error_get_findings (error)));
  PyObject *exception = NULL;

  g_error_free (error);
  if (class != NULL && fields != NULL && findings != NULL)
    exception = PyObject_CallMethod (class, "_make", "OO", fields, findings);
  if (exception != NULL)
    PyErr_SetObject (class, exception);
  Py_XDECREF (exception);
  Py_XDECREF (findings);
  Py_XDECREF (fields);
  Py_XDECREF (class);
  Py_XDECREF (module);
}
%}

%typemap(in) const char *text {
  $1 = (char *) text_from ($input, "$1_name");
  if ($1 == NULL)
    SWIG_fail;
}
%typemap(in) const char *text_or_none {
  if ($input != Py_None && ($1 = (char *) text_from ($input, "$1_name")) == NULL)
    SWIG_fail;
}
%typemap(freearg) const char *text, const char *text_or_none ""

%typemap(in) char **files {
  $1 = list_from ($input, "$1_name", copy_path);
  if ($1 == NULL)
    SWIG_fail;
}
%typemap(in) char **files_or_none {
  if ($input != Py_None && ($1 = list_from ($input, "$1_name", copy_path)) == NULL)
    SWIG_fail;
}
%typemap(in) char **names_or_none {
  if ($input != Py_None && ($1 = list_from ($input, "$1_name", copy_text)) == NULL)
    SWIG_fail;
}

%typemap(out) char ** "$result = from_names ($1);"
%typemap(out) GBytes * "$result = $1 != NULL ? from_bytes ($1) : NULL;"
%typemap(out) KpiTable "$result = from_table ($1);"
%typemap(out) KpiValues {
  $result = $1.get != NULL ? from_values ($1) : SWIG_Py_Void ();
}

%typemap(argout) GError **error {
  if (*$1 != NULL) {
    Py_XDECREF ($result);
    raise_error (*$1, "KpiError");
    SWIG_fail;
  }
}
%typemap(argout) GError **not_found {
  if (*$1 != NULL) {
    Py_XDECREF ($result);
    raise_error (*$1, "UnknownNameError");
    SWIG_fail;
  }
}

/* A whole column at once; Lua has no call that needs it. */
%extend KpiListing {
  KpiValues get_column (int index) {
    if (index < 0 || (gsize) index >= kpi_listing_get_n_columns ($self))
      return (KpiValues){0};
    return _kpi_values_listing_column ($self, (gsize) index);
  }
}

%extend KpiScorecard {
  KpiValues get_column (int index) {
    if (index < 0 || index >= KPI_N_COLUMNS)
      return (KpiValues){0};
    return _kpi_values_column ($self, (KpiColumn) index);
  }
}
