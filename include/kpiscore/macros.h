/* SPDX-License-Identifier: MIT */
/**
 * @file macros.h
 * Marks that every public declaration carries.
 */
#ifndef KPI_MACROS_H
#define KPI_MACROS_H

#include <glib.h>

/** A symbol that the shared library shows; all others are hidden. */
#if defined(__GNUC__)
#define KPI_API __attribute__ ((visibility ("default"))) extern
#else
#define KPI_API extern
#endif

/** Set this to the oldest version you build for, such as `KPI_VERSION_0_1`, before including
 *  kpiscore.h: the compiler then warns where newer calls are used. */
#define KPI_VERSION_0_1 (G_ENCODE_VERSION (0, 1))
#ifndef KPI_VERSION_MAX_ALLOWED
#define KPI_VERSION_MAX_ALLOWED (G_ENCODE_VERSION (0, 1))
#endif

#if KPI_VERSION_MAX_ALLOWED < KPI_VERSION_0_1
#define KPI_AVAILABLE_IN_0_1 KPI_API G_UNAVAILABLE (0, 1)
#else
#define KPI_AVAILABLE_IN_0_1 KPI_API
#endif

#endif
