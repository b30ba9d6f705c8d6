#pragma once

#include <string>

void greet(const std::string &name);
