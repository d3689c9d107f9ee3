/* SPDX-License-Identifier: MIT */
/* The Lua part of kpiscore.i: texts, lists, values and errors as Lua has them.
 *
 * Always true: lua_error() jumps away and frees nothing, so a GError and a list are freed before;
 * and what fails leaves its error on top of the stack for SWIG's `fail:` to raise. */

%{
#include <math.h>
#include <string.h>

/* The place named is that of whoever called kpiscore.lua. */
static void
push_complaint (lua_State *L, const char *argument, const char *found, const char *expected)
{
  luaL_where (L, 2);
  lua_pushfstring (L, "%s: found %s, expected %s", argument, found, expected);
  lua_concat (L, 2);
}

/* Borrowed from the stack; NULL, with an error pushed, if it is no text that C can take whole. */
static const char *
text_from (lua_State *L, int index, const char *argument)
{
  size_t length;
  const char *text;

  if (lua_type (L, index) != LUA_TSTRING) {
    push_complaint (L, argument, luaL_typename (L, index), "string");
    return NULL;
  }
  text = lua_tolstring (L, index, &length);
  if (strlen (text) != length) {
    push_complaint (L, argument, "a NUL character within it", "a text");
    return NULL;
  }
  return text;
}

static char **
list_from (lua_State *L, int index, const char *argument)
{
  size_t n_items;
  char **list;

  if (!lua_istable (L, index)) {
    push_complaint (L, argument, luaL_typename (L, index), "table");
    return NULL;
  }
  n_items = lua_rawlen (L, index);
  list = g_new0 (char *, n_items + 1);
  for (size_t i = 0; i < n_items; i++) {
    const char *text;

    lua_rawgeti (L, index, (lua_Integer) i + 1);
    text = text_from (L, lua_gettop (L), argument);
    if (text == NULL) {
      g_strfreev (list);
      return NULL;
    }
    list[i] = g_strdup (text);
    lua_pop (L, 1);
  }
  return list;
}

static void
push_value (lua_State *L, KpiValue value)
{
  switch (value.kind) {
  case KPI_VALUE_TEXT:
    lua_pushstring (L, value.text);
    g_free (value.owned);
    break;
  case KPI_VALUE_NUMBER:
    lua_pushnumber (L, value.number);
    break;
  case KPI_VALUE_WHOLE:
    lua_pushinteger (L, (lua_Integer) value.number);
    break;
  default:
    lua_pushnil (L);
  }
}

static int
tell_message (lua_State *L)
{
  lua_getfield (L, 1, "message");
  return 1;
}

/* tostring() of a thing that has a message, an error or a finding, is that message. */
static void
set_tostring (lua_State *L)
{
  lua_getfield (L, -1, "message");
  if (lua_isnil (L, -1)) {
    lua_pop (L, 1);
    return;
  }
  lua_pop (L, 1);
  if (luaL_newmetatable (L, "kpiscore.message")) {
    lua_pushcfunction (L, tell_message);
    lua_setfield (L, -2, "__tostring");
  }
  lua_setmetatable (L, -2);
}

/* A table with a field for each value that is there. */
static void
push_values (lua_State *L, KpiValues values)
{
  lua_createtable (L, 0, (int) values.length);
  for (gsize i = 0; i < values.length; i++) {
    KpiValue value = values.get (values.of, values.at, i);

    push_value (L, value);
    lua_setfield (L, -2, value.name);
  }
  set_tostring (L);
}

static void
push_table (lua_State *L, KpiTable table)
{
  KpiValues values = table.first;

  lua_createtable (L, (int) table.length, 0);
  for (values.at = 0; values.at < table.length; values.at++) {
    push_values (L, values);
    lua_rawseti (L, -2, (lua_Integer) values.at + 1);
  }
}

static void
push_names (lua_State *L, char **names)
{
  lua_newtable (L);
  for (gsize i = 0; names[i] != NULL; i++) {
    lua_pushstring (L, names[i]);
    lua_rawseti (L, -2, (lua_Integer) i + 1);
  }
  g_strfreev (names);
}

static void
push_bytes (lua_State *L, GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  lua_pushlstring (L, text, length);
  g_bytes_unref (bytes);
}

static void
push_error (lua_State *L, GError *error)
{
  push_values (L, _kpi_values_error (error));
  push_table (L, _kpi_values_findings (kpi_error_get_findings (error)));
  lua_setfield (L, -2, "findings");
  g_error_free (error);
}
%}

%typemap(in) const char *text {
  $1 = (char *) text_from (L, $input, "$1_name");
  if ($1 == NULL)
    SWIG_fail;
}
%typemap(in) const char *text_or_none {
  if (!lua_isnil (L, $input) && ($1 = (char *) text_from (L, $input, "$1_name")) == NULL)
    SWIG_fail;
}
%typemap(freearg) const char *text, const char *text_or_none ""

/* A Lua string is bytes, as a path is. */
%typemap(in) char **files {
  $1 = list_from (L, $input, "$1_name");
  if ($1 == NULL)
    SWIG_fail;
}
%typemap(in) char **names_or_none {
  if (!lua_isnil (L, $input) && ($1 = list_from (L, $input, "$1_name")) == NULL)
    SWIG_fail;
}
%apply char **names_or_none { char **files_or_none };

%typemap(out) char ** %{ push_names (L, $1); SWIG_arg++; %}
%typemap(out) KpiTable %{ push_table (L, $1); SWIG_arg++; %}
%typemap(out) GBytes * {
  if ($1 != NULL) {
    push_bytes (L, $1);
    SWIG_arg++;
  }
}
%typemap(out) KpiValues {
  if ($1.get != NULL)
    push_values (L, $1);
  else
    lua_pushnil (L);
  SWIG_arg++;
}
%typemap(out) size_t "lua_pushinteger (L, (lua_Integer) $1); SWIG_arg++;"
%typemap(out) double {
  if (isnan ($1))
    lua_pushnil (L);
  else
    lua_pushnumber (L, $1);
  SWIG_arg++;
}

%typemap(argout) GError **error, GError **not_found {
  if (*$1 != NULL) {
    push_error (L, *$1);
    SWIG_fail;
  }
}
