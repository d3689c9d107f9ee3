# SPDX-License-Identifier: MIT
# The bindings, from the build tree. A binding that was left out has no tests.
find_package (Python3 REQUIRED COMPONENTS Interpreter)

set (installed ${PROJECT_BINARY_DIR}/installed)
set (ways_in)
set (environment)

# The module where it was installed, which finds the library of that tree by itself.
function (kpi_installed_test name)
  add_test (NAME bindings/installed-${name} COMMAND ${ARGN})
  set_tests_properties (bindings/installed-${name} PROPERTIES
    FIXTURES_REQUIRED installed TIMEOUT 60 PASS_REGULAR_EXPRESSION "nq57"
    ENVIRONMENT "PYTHONPATH=${installed}/${KPISCORE_PYTHON_DIR};PYTHONDONTWRITEBYTECODE=1;\
LUA_CPATH=${installed}/lib/lua/5.4/?.so;LUA_PATH=${installed}/share/lua/5.4/?.lua")
endfunction ()

if (TARGET kpiscore_core)
  find_program (LUA_PROGRAM NAMES lua5.4 lua REQUIRED)
  list (APPEND ways_in --lua ${LUA_PROGRAM} ${CMAKE_CURRENT_LIST_DIR}/same_bits.lua)
  list (APPEND environment "LUA_CPATH=$<TARGET_FILE_DIR:kpiscore_core>/?.so"
                           "LUA_PATH=${PROJECT_SOURCE_DIR}/bindings/lua/?.lua")
  set (lua_folder ${CMAKE_CURRENT_BINARY_DIR}/lua)
  file (MAKE_DIRECTORY ${lua_folder})
  add_test (NAME bindings/lua
            COMMAND ${LUA_PROGRAM} ${CMAKE_CURRENT_LIST_DIR}/test_lua.lua ${lua_folder})
  set_tests_properties (bindings/lua PROPERTIES TIMEOUT 60 ENVIRONMENT "${environment}")
  kpi_installed_test (lua ${LUA_PROGRAM} -e "print (table.unpack (require 'kpiscore'.models ()))")
endif ()

if (TARGET kpiscore_command)
  list (APPEND ways_in --command $<TARGET_FILE:kpiscore_command>)
endif ()

if (TARGET _kpiscore)
  add_executable (same_bits ${CMAKE_CURRENT_LIST_DIR}/same_bits.c)
  target_link_libraries (same_bits PRIVATE kpiscore::kpiscore)
  list (APPEND environment "PYTHONPATH=${PROJECT_BINARY_DIR}/bindings/python"
                           "PYTHONDONTWRITEBYTECODE=1")
  add_test (NAME bindings/python
            COMMAND Python3::Interpreter -X dev ${CMAKE_CURRENT_LIST_DIR}/test_python.py)
  add_test (NAME bindings/same-bits
            COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/same_bits.py
                    ${CMAKE_CURRENT_LIST_DIR}/scenario --c $<TARGET_FILE:same_bits> ${ways_in})
  kpi_installed_test (python Python3::Interpreter -c "print (__import__ ('kpiscore').models ())")
  set_tests_properties (bindings/python bindings/same-bits
                        PROPERTIES TIMEOUT 60 ENVIRONMENT "${environment}")
endif ()
