"""Plans -> the titles of all pages, numbered where several share one."""
