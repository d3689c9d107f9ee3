/* SPDX-License-Identifier: MIT */
/* Feeds a harness each file of some folders, whole and damaged, a fixed number of times.
 *
 *   fuzz_model ROUNDS FOLDER...
 *
 * Always true: the same files bring the same inputs, in the same order. Where a harness breaks, the
 * input is left in ./crash-input, with which the program can be called again: `fuzz_model
 * crash-input`. That some were read and some refused is asked for: damage that always or never
 * shows tests nothing. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

#define CRASH_FILE "crash-input"
#define SEED 57

static GByteArray *input; /* the one at hand, for the handler */

/* The program ends either way, so that calls which a handler should not make can do no harm. */
static void
keep_input (int number)
{
  signal (number, SIG_DFL);
  g_file_set_contents (CRASH_FILE, (const char *)input->data, input->len, NULL);
  g_printerr ("the input is in %s\n", CRASH_FILE);
  raise (number);
}

/* ---- Damage: what a careless edit or a bad disk does */

static guint
any (GRand *random, guint below)
{
  return (guint)g_rand_int_range (random, 0, (gint32)MAX (below, 1));
}

static void
change (GRand *random)
{
  static const char marks[] = "[]{}:,-&*!|>'\"%@#?\n\t ~;.<=/0123456789\xc3\xff";

  if (input->len > 0)
    input->data[any (random, input->len)] = g_rand_boolean (random)
                                                ? (guint8)marks[any (random, sizeof marks)]
                                                : input->data[any (random, input->len)];
}

static void
cut_out (GRand *random)
{
  guint from = any (random, input->len), n = any (random, MIN (input->len - from, 64));

  if (n > 0)
    g_byte_array_remove_range (input, from, n);
}

static void
repeat (GRand *random)
{
  guint from = any (random, input->len), n = any (random, MIN (input->len - from, 64));
  g_autofree guint8 *piece = g_memdup2 (input->data + from, n);

  g_byte_array_append (input, piece, n);
}

static void
cut_off (GRand *random)
{
  g_byte_array_set_size (input, any (random, input->len));
}

static void
damage (GRand *random)
{
  static void (*const ways[]) (GRand *) = {change,  change, change, change,
                                           cut_out, repeat, cut_off};

  for (guint n = 1 + any (random, 3); n > 0; n--)
    ways[any (random, G_N_ELEMENTS (ways))](random);
}

/* ---- Files */

static void
feed (const char *text, gsize length, GRand *random, guint n_damages)
{
  for (guint i = 0; i <= n_damages; i++) {
    g_byte_array_set_size (input, 0);
    g_byte_array_append (input, (const guint8 *)text, (guint)length);
    if (i > 0)
      damage (random);
    LLVMFuzzerTestOneInput (input->data, input->len);
  }
}

static gboolean
feed_file (const char *path, GRand *random, guint n_damages)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return FALSE;
  feed (text, length, random, n_damages);
  return TRUE;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The files of a folder by name: a folder lists them in any order. */
static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static void
feed_folder (const char *folder, GRand *random, guint n_damages)
{
  g_autoptr (GPtrArray) paths = list_files (folder);

  for (guint i = 0; i < paths->len; i++)
    feed_file (g_ptr_array_index (paths, i), random, n_damages);
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_damages = argc > 2 ? (guint)strtoul (argv[1], NULL, 10) : 0;

  input = g_byte_array_new ();
  if (argc == 2)
    return feed_file (argv[1], random, 0) ? 0 : 2;
  signal (SIGABRT, keep_input);
  signal (SIGSEGV, keep_input);
  for (int i = 2; i < argc; i++)
    feed_folder (argv[i], random, n_damages);
  g_byte_array_unref (input);
  g_print ("%" G_GSIZE_FORMAT " read, %" G_GSIZE_FORMAT " refused\n", fuzz_n_read, fuzz_n_refused);
  return fuzz_n_read > 50 && fuzz_n_refused > 50 ? 0 : 1;
}
