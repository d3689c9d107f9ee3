/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash.h"
#include "base/slots.h"

/* The owner of these slots numbers the squares: number n is n * n. */
static guint64
hash_of (guint64 square)
{
  return _kpi_hash_stir (square);
}

static guint64
hash_at (gconstpointer owner, guint32 number)
{
  cr_assert (eq (ptr, (gpointer)owner, NULL));
  return hash_of ((guint64)number * number);
}

/* As bad as can be: all meet. */
static guint64
hash_alike (gconstpointer owner, guint32 number)
{
  (void)owner;
  (void)number;
  return 63;
}

static gsize
seek (const KpiSlots *slots, guint64 square, guint64 hash)
{
  gsize slot = _kpi_slots_first (slots, hash);

  while (_kpi_slots_is_taken (slots, slot) &&
         (guint64)slots->numbers[slot] * slots->numbers[slot] != square)
    slot = _kpi_slots_next (slots, slot);
  return slot;
}

Test (slots, all_are_found_again_and_no_others, .timeout = 10)
{
  const guint32 n = 1000;
  KpiSlots slots;

  _kpi_slots_init (&slots);
  for (guint32 i = 0; i < n; i++) {
    cr_assert (_kpi_slots_make_room (&slots, i, hash_at, NULL));
    slots.numbers[seek (&slots, (guint64)i * i, hash_of ((guint64)i * i))] = i;
  }
  cr_expect (slots.n >= 2 * n && slots.n <= 4 * n);
  for (guint64 i = 1; i < n; i++) /* between i * i and (i + 1)^2 there is no square */
    cr_expect_not (_kpi_slots_is_taken (&slots, seek (&slots, i * i + 1, hash_of (i * i + 1))));
  for (guint32 i = 0; i < n; i++)
    cr_expect (eq (u32, slots.numbers[seek (&slots, (guint64)i * i, hash_of ((guint64)i * i))], i));
  _kpi_slots_clear (&slots);
}

Test (slots, those_that_meet_are_told_apart, .timeout = 10)
{
  KpiSlots slots;

  _kpi_slots_init (&slots);
  for (guint32 i = 0; i < 100; i++) {
    cr_assert (_kpi_slots_make_room (&slots, i, hash_alike, NULL));
    slots.numbers[seek (&slots, (guint64)i * i, 63)] = i;
  }
  for (guint32 i = 0; i < 100; i++)
    cr_expect (eq (u32, slots.numbers[seek (&slots, (guint64)i * i, 63)], i));
  cr_expect_not (_kpi_slots_is_taken (&slots, seek (&slots, 5, 63)));
  _kpi_slots_clear (&slots);
}

Test (slots, no_more_than_can_be_numbered, .timeout = 10)
{
  KpiSlots slots;
  guint32 *before;

  _kpi_slots_init (&slots);
  before = slots.numbers;
  cr_expect_not (_kpi_slots_make_room (&slots, KPI_NO_NUMBER, hash_at, NULL));
  cr_expect (eq (ptr, slots.numbers, before));
  _kpi_slots_clear (&slots);
}
