/* SPDX-License-Identifier: MIT */
/* `combine`: a method's name, or a mapping with `method` and its options.
 *
 * Always true: what was read has a method, also where an option was wrong. */

#include "method/methods.h"
#include "model/combine.h"
#include "model/options.h"

gboolean
_kpi_combine_read (const KpiCursor *at, KpiCombining *out)
{
  KpiCursor name = _kpi_options_get_method (at);
  const char *said = name.node != NULL ? _kpi_cursor_text (&name) : "arithmetic";
  const KpiCombiningMethod *method = _kpi_methods_find (KPI_METHODS_COMBINING, said);

  *out = (KpiCombining){.method = method};
  return _kpi_options_read (at, method->options, out->options);
}
