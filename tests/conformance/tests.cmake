# SPDX-License-Identifier: MIT
# Published tables, each a folder of model, observations and expected numbers.
if (TARGET kpiscore_command)
  find_package (Python3 REQUIRED COMPONENTS Interpreter)
  add_test (NAME conformance/tables COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/compare.py
                                     $<TARGET_FILE:kpiscore_command>)
  add_test (NAME conformance/asem COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/asem.py
                                   $<TARGET_FILE:kpiscore_command>)
  set_tests_properties (conformance/asem PROPERTIES SKIP_RETURN_CODE 77)
  add_test (NAME conformance/asem-stages
            COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/asem_stages.py
                    $<TARGET_FILE:kpiscore_command>)
  set_tests_properties (conformance/asem-stages PROPERTIES SKIP_RETURN_CODE 77)
  add_test (NAME conformance/stats COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/stats.py
                                   $<TARGET_FILE:kpiscore_command>)
  set_tests_properties (conformance/stats PROPERTIES TIMEOUT 120)
endif ()
