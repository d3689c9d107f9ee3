# SPDX-License-Identifier: MIT
# What threads may share. The preset tsan looks at this.
find_package (Threads REQUIRED)
add_executable (threads_share threads/share.c)
target_link_libraries (threads_share PRIVATE kpiscore::kpiscore Threads::Threads)
add_test (NAME threads/share COMMAND threads_share)
# GLib hands blocks from thread to thread under locks that ThreadSanitizer does not see.
set_tests_properties (threads/share PROPERTIES TIMEOUT 60 ENVIRONMENT G_SLICE=always-malloc)
