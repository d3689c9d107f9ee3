# SPDX-License-Identifier: MIT
# Random models, scored by the command and by a second implementation that knows the contract alone.
if (TARGET kpiscore_command)
  find_package (Python3 REQUIRED COMPONENTS Interpreter)
  add_test (NAME oracle/differential COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/differ.py
                                             $<TARGET_FILE:kpiscore_command>)
  set_tests_properties (oracle/differential PROPERTIES TIMEOUT 120 ENVIRONMENT "${KPI_TEST_ENVIRONMENT}")
endif ()
