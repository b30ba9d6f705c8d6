// A file that includes itself.
#include __FILE__
