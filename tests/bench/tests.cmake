# SPDX-License-Identifier: MIT
# How much memory a million observations take: 64 MB where they are ordinary, 256 MB where the file
# is as hostile as can be. A sanitizer's own memory would drown the number.
if (NOT CMAKE_C_FLAGS MATCHES "-fsanitize")
  add_executable (read_csv bench/read_csv.c)
  target_link_libraries (read_csv PRIVATE kpiscore)

  # Timed by hand: composite.py.
  add_executable (composite bench/composite.c)
  target_link_libraries (composite PRIVATE kpiscore m)

  function (kpi_memory_test shape megabytes)
    add_test (NAME bench/memory-${shape}
              COMMAND Python3::Interpreter ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/observations.py
                      ${shape} 1000000 $<TARGET_FILE:read_csv> ${megabytes})
    set_tests_properties (bench/memory-${shape} PROPERTIES TIMEOUT 120)
  endfunction ()

  kpi_memory_test (long 64)
  kpi_memory_test (shuffled 64)
  kpi_memory_test (sdmx 64)
  kpi_memory_test (hostile_ranges 256)
  kpi_memory_test (hostile_bounds 256)
  kpi_memory_test (hostile_all 256)
endif ()
