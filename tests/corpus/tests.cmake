# SPDX-License-Identifier: MIT
# The JSON Schema against the reader. See agree.py.
add_executable (verdict corpus/verdict.c)
target_link_libraries (verdict PRIVATE kpiscore_objects)
add_test (NAME corpus/agree
  COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/agree.py ${CMAKE_CURRENT_LIST_DIR} $<TARGET_FILE:verdict>)
set_tests_properties (corpus/agree PROPERTIES SKIP_RETURN_CODE 77)
