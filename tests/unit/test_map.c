/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "data/registers/map.h"

typedef struct {
  guint64 key;
  guint32 n;
} Row;

/* Keys k * 7 mod 1000, each as often as it comes. */
Test (map, counts_and_sorts, .timeout = 10)
{
  KpiMap map;
  guint32 expected[1000] = {0};

  _kpi_map_init (&map, sizeof (Row));
  for (guint64 k = 0; k < 5000; k++) {
    guint64 key = k * k % 1000;
    Row *row = _kpi_map_add (&map, key);

    cr_assert (ne (ptr, row, NULL));
    row->n++;
    expected[key]++;
  }
  cr_assert (_kpi_map_sort (&map));
  for (gsize i = 0; i < map.rows.n; i++) {
    const Row *row = _kpi_map_get (&map, i);

    cr_expect (eq (u32, row->n, expected[row->key]));
    if (i > 0)
      cr_expect (row->key > ((const Row *)_kpi_map_get (&map, i - 1))->key);
    expected[row->key] = 0;
  }
  for (gsize key = 0; key < 1000; key++)
    cr_expect (eq (u32, expected[key], 0), "key %zu is not there", key);
  _kpi_map_clear (&map);
}

Test (map, seeks, .timeout = 10)
{
  static const guint64 keys[] = {30, 10, G_MAXUINT64, 20};
  KpiMap map;

  _kpi_map_init (&map, sizeof (Row));
  cr_assert (_kpi_map_sort (&map));
  cr_expect (eq (sz, _kpi_map_seek (&map, 0), 0)); /* among none */
  _kpi_map_clear (&map);
  _kpi_map_init (&map, sizeof (Row));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    cr_assert (ne (ptr, _kpi_map_add (&map, keys[i]), NULL));
  cr_assert (_kpi_map_sort (&map));
  cr_expect (eq (sz, _kpi_map_seek (&map, 0), 0));
  cr_expect (eq (sz, _kpi_map_seek (&map, 10), 0));
  cr_expect (eq (sz, _kpi_map_seek (&map, 11), 1));
  cr_expect (eq (sz, _kpi_map_seek (&map, 31), 3));
  cr_expect (eq (sz, _kpi_map_seek (&map, G_MAXUINT64), 3));
  _kpi_map_clear (&map);
}
