/* SPDX-License-Identifier: MIT */
/* Text from strangers.
 *
 * Always true: no function here takes time or memory beyond a small multiple of a published length.
 */

#include <string.h>

#include "base/text.h"

#define MAX_QUOTED 60   /* characters of a stranger's text that a message repeats */
#define MAX_COMPARED 64 /* bytes of a name beyond which no nearest name is looked for */

/* Normalising sorts each run of combining marks, in time that grows with the square of the run.
 * Unicode's Stream-Safe Text Format (UAX #15) bounds runs at 30; Vietnamese needs 2. */
#define MAX_MARKS 30

#define LETTER_D_WITH_STROKE                                                                       \
  0x111 /* đ: a letter of its own, which no decomposition takes apart                             \
         */

static gboolean
is_plain_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] < 0x20 || (guchar)text[i] >= 0x7f)
      return FALSE;
  return TRUE;
}

static gboolean
has_control (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static gboolean
has_long_run_of_marks (const char *text, gsize length)
{
  guint run = 0;

  for (const char *at = text; at < text + length && run <= MAX_MARKS; at = g_utf8_next_char (at))
    run = g_unichar_ismark (g_utf8_get_char (at)) ? run + 1 : 0;
  return run > MAX_MARKS;
}

/* What a name is trimmed of. g_strstrip() knows ASCII blanks alone; names come with no-break spaces
 * from spreadsheets, with zero-width ones from web pages, and with the byte order mark of a file
 * that was put behind another: nobody sees these, and two names that differ by one look the same.
 */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

static char *
trim (char *text)
{
  char *start = text, *end = text + strlen (text);

  while (*start != '\0' && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start) {
    char *previous = g_utf8_prev_char (end);

    if (!is_blank (g_utf8_get_char (previous)))
      break;
    end = previous;
  }
  memmove (text, start, (gsize)(end - start));
  text[end - start] = '\0';
  return text;
}

char *
_kpi_text_name (const char *text, gsize length)
{
  g_autofree char *name = NULL;

  if (length > KPI_MAX_NAME_BYTES)
    return NULL;
  if (is_plain_ascii (text, length))
    return g_strstrip (g_strndup (text, length));
  if (!g_utf8_validate_len (text, length, NULL) || has_long_run_of_marks (text, length))
    return NULL;
  name = g_utf8_normalize (text, (gssize)length, G_NORMALIZE_DEFAULT_COMPOSE);
  if (name == NULL)
    return NULL;
  trim (name);
  return has_control (name) ? NULL : g_steal_pointer (&name);
}

char *
_kpi_text_quote (const char *text)
{
  GString *out = g_string_new ("\"");
  const char *at = text;

  for (guint n = 0; *at != '\0'; n++) {
    gunichar c = g_utf8_get_char_validated (at, -1);
    gboolean valid = c < (gunichar)-2;

    if (n == MAX_QUOTED) {
      g_string_append (out, "…");
      break;
    }
    g_string_append_unichar (out, valid && g_unichar_isprint (c) ? c : 0xfffd);
    at = valid ? g_utf8_next_char (at) : at + 1;
  }
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}

gboolean
_kpi_text_is_word (const char *text)
{
  static const char *const not_finite[] = {"inf", "infinity", "nan"};

  if (!g_unichar_isalpha (g_utf8_get_char (text)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (not_finite); i++)
    if (g_ascii_strcasecmp (text, not_finite[i]) == 0)
      return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '%' || g_unichar_isdigit (g_utf8_get_char (at)) ||
        g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

gboolean
_kpi_text_is_id (const char *text)
{
  if (!g_ascii_isalpha (*text))
    return FALSE;
  while (g_ascii_isalnum (*text) || (*text != '\0' && strchr ("_.-", *text) != NULL))
    text++;
  return *text == '\0';
}

/* Writes `text` without letter case and marks: the commonest slip in a Vietnamese name is `Ha Noi`
 * for `Hà Nội`. Returns the length; G_MAXSIZE if `text` is too long to be compared. */
static gsize
fold (const char *text, char folded[MAX_COMPARED])
{
  g_autofree char *apart = NULL;
  gsize n = 0;

  if (strnlen (text, MAX_COMPARED + 1) > MAX_COMPARED)
    return G_MAXSIZE;
  apart = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT);
  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_unichar_tolower (g_utf8_get_char (at));
    char bytes[6];
    gsize n_bytes = (gsize)g_unichar_to_utf8 (c == LETTER_D_WITH_STROKE ? 'd' : c, bytes);

    if (g_unichar_ismark (c))
      continue;
    if (n + n_bytes > MAX_COMPARED)
      return G_MAXSIZE;
    memcpy (folded + n, bytes, n_bytes);
    n += n_bytes;
  }
  return n;
}

/* Damerau-Levenshtein distance of neighbours (optimal string alignment) over folded bytes. Two rows
 * would do for Levenshtein; the third serves swapped letters. */
static gsize
distance (const char *a, gsize n_a, const char *b, gsize n_b)
{
  gsize rows[3][MAX_COMPARED + 1];
  gsize *before = rows[0], *above = rows[1], *row = rows[2];

  for (gsize j = 0; j <= n_b; j++)
    above[j] = j;
  for (gsize i = 1; i <= n_a; i++) {
    gsize *recycled = before;

    row[0] = i;
    for (gsize j = 1; j <= n_b; j++) {
      row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
    row = recycled;
  }
  return above[n_b];
}

void
_kpi_nearest_offer (KpiNearest *nearest, const char *candidate)
{
  char name[MAX_COMPARED], other[MAX_COMPARED];
  gsize n_name = fold (nearest->name, name), n_other = fold (candidate, other);
  gsize allowed = MAX (1, MAX (n_name, n_other) / 3);
  gsize steps;

  if (n_name == G_MAXSIZE || n_other == G_MAXSIZE)
    return;
  if (MAX (n_name, n_other) - MIN (n_name, n_other) > allowed)
    return;
  steps = distance (name, n_name, other, n_other);
  /* Names that share no letter are no slips of one another, however short. */
  if (steps > allowed || steps == MAX (n_name, n_other) || steps >= nearest->distance)
    return;
  nearest->distance = steps;
  nearest->nearest = candidate;
}

char *
_kpi_nearest_hint (const KpiNearest *nearest)
{
  if (nearest->nearest == NULL)
    return g_strdup ("");
  return g_strdup_printf ("; did you mean %s?", nearest->nearest);
}

char *
_kpi_text_hint (const char *wrong, const char *const *known, gsize n_known)
{
  KpiNearest nearest = KPI_NEAREST (wrong);

  for (gsize i = 0; i < n_known; i++)
    _kpi_nearest_offer (&nearest, known[i]);
  return _kpi_nearest_hint (&nearest);
}
