# SPDX-License-Identifier: MIT
# Installs the library, its headers, kpiscore.pc and the CMake package. All paths in them start from
# the file that holds them, so that the installed tree can be moved.
include (CMakePackageConfigHelpers)

set (KPI_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/kpiscore)

install (TARGETS kpiscore EXPORT kpiscoreTargets
         LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
         FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install (EXPORT kpiscoreTargets NAMESPACE kpiscore:: DESTINATION ${KPI_CMAKE_DIR})

configure_package_config_file (${PROJECT_SOURCE_DIR}/cmake/kpiscoreConfig.cmake.in
                               ${PROJECT_BINARY_DIR}/kpiscoreConfig.cmake
                               INSTALL_DESTINATION ${KPI_CMAKE_DIR}
                               NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file (${PROJECT_BINARY_DIR}/kpiscoreConfigVersion.cmake
                                  COMPATIBILITY SameMajorVersion)
install (FILES ${PROJECT_BINARY_DIR}/kpiscoreConfig.cmake
               ${PROJECT_BINARY_DIR}/kpiscoreConfigVersion.cmake
         DESTINATION ${KPI_CMAKE_DIR})

set (KPI_PC_DIR ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
file (RELATIVE_PATH KPI_PREFIX_FROM_PC ${KPI_PC_DIR} ${CMAKE_INSTALL_PREFIX})
string (REGEX REPLACE "/$" "" KPI_PREFIX_FROM_PC ${KPI_PREFIX_FROM_PC})
file (RELATIVE_PATH KPI_LIBDIR ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_LIBDIR})
file (RELATIVE_PATH KPI_INCLUDEDIR ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_INCLUDEDIR})
configure_file (${PROJECT_SOURCE_DIR}/pkgconfig/kpiscore.pc.in ${PROJECT_BINARY_DIR}/kpiscore.pc
                @ONLY)
install (FILES ${PROJECT_BINARY_DIR}/kpiscore.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
