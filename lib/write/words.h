/* SPDX-License-Identifier: MIT */
/* The words of a table in each language that the library speaks. */
#pragma once

#include <kpiscore/scorecard.h>

typedef enum {
  KPI_WORD_INDICATOR,
  KPI_WORD_VALUE,
  KPI_WORD_TARGET,
  KPI_WORD_SCORE,
  KPI_WORD_STATUS,
  KPI_WORD_AREA,
  KPI_WORD_RANK,
  KPI_WORD_TOP,      /* before the k of a demanded rank */
  KPI_WORD_OTHER,    /* the heading of indicators that no tree uses */
  KPI_WORD_NO_SCORE, /* of a group or an index */
  KPI_WORD_NOTHING,  /* where no row says anything */
  KPI_WORD_OVERDUE,  /* the kinds of alerts */
  KPI_WORD_MOVING_AWAY,
  KPI_WORD_BEHIND,
  KPI_WORD_CONTRADICTORY,
  KPI_WORD_STALE,
  KPI_WORD_DAY_LATE, /* behind the number of days */
  KPI_WORD_DAYS_LATE,
  KPI_WORD_DAY_LEFT,
  KPI_WORD_DAYS_LEFT,
  KPI_WORD_DAY_AGO,
  KPI_WORD_DAYS_AGO,
  KPI_WORD_NO_ALERTS,
  KPI_WORD_FLAG_CONTRADICTORY, /* what the mark beside a value may mean */
  KPI_WORD_FLAG_JUMP,
  KPI_WORD_FLAG_STALE,
  KPI_WORD_FLAG_OUTSIDE,
  KPI_WORD_FLAG_DIFFERS,
  KPI_N_WORDS
} KpiWord;

/* How good a status is, which a terminal may show as a colour. */
typedef enum { KPI_MOOD_PLAIN, KPI_MOOD_NONE, KPI_MOOD_GOOD, KPI_MOOD_FAIR, KPI_MOOD_BAD } KpiMood;

/* A status for people: a shape and a word carry it, so that it needs no colour. */
typedef struct {
  const char *shape; /* "" where the lack of one says enough */
  KpiMood mood;
  const char *words[2]; /* by language, as in words.c */
} KpiStatusLook;

/* `language` as in KpiTableStyle; English where the library does not speak it. */
const char *_kpi_word (KpiWord word, const char *language);

/* NULL of groups and indexes, which have none. */
const KpiStatusLook *_kpi_status_look (KpiStatus status);
const char *_kpi_status_word (const KpiStatusLook *look, const char *language);
