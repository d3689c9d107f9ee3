# SPDX-License-Identifier: MIT
# Damaged files, a few seconds of them in every run. For as long as one likes, with clang:
#   cmake -B build/fuzz -DCMAKE_C_COMPILER=clang -DKPISCORE_FUZZER=ON
#   build/fuzz/tests/fuzz_model -max_len=4096 tests/corpus/good
option (KPISCORE_FUZZER "Build the fuzzing harnesses for libFuzzer (clang)" OFF)

function (kpi_fuzz name rounds)
  add_executable (fuzz_${name} fuzz/fuzz_${name}.c fuzz/fuzz.c)
  target_link_libraries (fuzz_${name} PRIVATE kpiscore_objects)
  if (KPISCORE_FUZZER)
    target_compile_options (kpiscore_objects PRIVATE -fsanitize=fuzzer-no-link,address,undefined)
    target_compile_options (fuzz_${name} PRIVATE -fsanitize=fuzzer,address,undefined)
    target_link_options (fuzz_${name} PRIVATE -fsanitize=fuzzer,address,undefined)
  else ()
    target_sources (fuzz_${name} PRIVATE fuzz/driver.c)
    add_test (NAME fuzz/${name} COMMAND fuzz_${name} ${rounds} ${ARGN})
    set_tests_properties (fuzz/${name} PROPERTIES TIMEOUT 120 ENVIRONMENT "${KPI_TEST_ENVIRONMENT}")
  endif ()
endfunction ()

set (KPI_FUZZ ${CMAKE_CURRENT_LIST_DIR})
kpi_fuzz (model 100 ${KPI_FUZZ}/../corpus/good ${KPI_FUZZ}/../corpus/bad
          ${PROJECT_SOURCE_DIR}/lib/model/catalogue)
kpi_fuzz (observations 1000 ${KPI_FUZZ}/observations)
kpi_fuzz (register 1000 ${KPI_FUZZ}/registers)
