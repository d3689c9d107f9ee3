# SPDX-License-Identifier: MIT
# The command, as a shell meets it.
if (NOT TARGET kpiscore_command)
  return ()
endif ()
find_package (Python3 REQUIRED COMPONENTS Interpreter)

add_test (NAME bindings/cli
          COMMAND Python3::Interpreter -B ${CMAKE_CURRENT_LIST_DIR}/test_command.py
                  $<TARGET_FILE:kpiscore_command> ${PROJECT_SOURCE_DIR})
set_tests_properties (bindings/cli PROPERTIES TIMEOUT 120 ENVIRONMENT "${KPI_TEST_ENVIRONMENT}")
