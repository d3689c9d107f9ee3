/* SPDX-License-Identifier: MIT */
/* Strings interned at the door: each distinct one gets the next number, from 0. */
#pragma once

#include <glib.h>

typedef struct _KpiNames KpiNames;

#define KPI_NO_NAME G_MAXUINT32 /* what an empty one of the KpiSlots holds */

KpiNames *_kpi_names_new (void);
void _kpi_names_free (KpiNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpiNames, _kpi_names_free)

/* The number of `text`, a new one if it was not seen yet; KPI_NO_NAME if there is no memory. */
guint32 _kpi_names_add (KpiNames *names, const char *text);

/* The number of `text`; KPI_NO_NAME if it was never added. */
guint32 _kpi_names_find (const KpiNames *names, const char *text);

/* The string of a number. It stays where it is until the next add. */
const char *_kpi_names_get (const KpiNames *names, guint32 number);

guint32 _kpi_names_length (const KpiNames *names);

/* "; did you mean X?" for a name that is not among them, else "". A new string. O(n). */
char *_kpi_names_hint (const KpiNames *names, const char *wrong);
