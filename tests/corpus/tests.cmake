# SPDX-License-Identifier: MIT
# The corpus of model files: each read by the library, and by its JSON Schema. See agree.py, which
# needs Debian's python3-yaml and python3-jsonschema.
foreach (name schema)
  target_compile_definitions (test_${name} PRIVATE KPI_CORPUS="${CMAKE_CURRENT_LIST_DIR}")
endforeach ()

add_executable (verdict corpus/verdict.c)
target_link_libraries (verdict PRIVATE kpiscore_objects)
add_test (NAME corpus/agree
          COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/agree.py ${CMAKE_CURRENT_LIST_DIR}
                  $<TARGET_FILE:verdict>)
set_tests_properties (corpus/agree PROPERTIES TIMEOUT 60 SKIP_RETURN_CODE 77
                      ENVIRONMENT "${KPI_TEST_ENVIRONMENT}")
