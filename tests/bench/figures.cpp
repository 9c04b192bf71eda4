// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace warroom::bench {

namespace {

void print(const char* name, double value, double target, const char* unit)
{
    std::printf("%-64s %9.3f%-3s <= %7g%-3s %s\n", name, value, unit, target, unit, value <= target ? "ok" : "over");
    std::fflush(stdout);
}

} // namespace

Figures::Figures(int argc, char** argv)
    : m_small(std::any_of(argv + 1, argv + argc, [](const char* word) { return std::strcmp(word, "--small") == 0; }))
{
}

void Figures::ratio(const char* name, double value, double target)
{
    print(name, value, target, "");
    m_over = m_over || value > target;
}

void Figures::absolute(const char* name, double value, double target, const char* unit)
{
    print(name, value, target, unit);
}

double quantile(std::vector<double> all, double share)
{
    const auto at = all.begin() + std::ptrdiff_t(share * double(all.size() - 1));
    std::nth_element(all.begin(), at, all.end());
    return *at;
}

InTurn InTurn::of(int rounds, const std::function<double(int)>& ours, const std::function<double(int)>& theirs)
{
    InTurn took;
    for (int i = 0; i < rounds; ++i) {
        took.ours.push_back(ours(i));
        took.theirs.push_back(theirs(i));
    }
    return took;
}

} // namespace warroom::bench
