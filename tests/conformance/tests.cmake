# SPDX-License-Identifier: MIT
# Published tables, each a folder of model, observations and expected numbers.
if (TARGET kpiscore_command)
  find_package (Python3 REQUIRED COMPONENTS Interpreter)
  add_test (NAME conformance/tables COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/compare.py
                                     $<TARGET_FILE:kpiscore_command>)
endif ()
