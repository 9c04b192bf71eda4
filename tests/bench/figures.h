// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

namespace warroom::bench {

/// Prints a figure a line: what it is, what it came to, what it may be at most, and "ok" or "over".
class Figures
{
public:
    /// `--small`: only that all of it runs, in seconds; nothing fails then.
    Figures(int argc, char** argv);

    int size(int full, int small) const { return m_small ? small : full; }
    bool isSmall() const { return m_small; }

    /// Of two things done in the same run; what fails.
    void ratio(const char* name, double value, double target);
    /// Says more of this machine than of the program, so it fails nothing.
    void absolute(const char* name, double value, double target, const char* unit);
    /// 1 where a ratio is over.
    int exitStatus() const { return m_over && !m_small ? 1 : 0; }

private:
    bool m_small;
    bool m_over = false;
};

/// Milliseconds.
template<typename Run> double took(Run&& run)
{
    const auto begin = std::chrono::steady_clock::now();
    std::forward<Run>(run)();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// The value that this share of all, 0 to 1, does not exceed.
double quantile(std::vector<double> all, double share);
inline double median(std::vector<double> all) { return quantile(std::move(all), 0.5); }

/// What two things took that were done in turn, so that whatever else the machine does falls on both.
struct InTurn {
    std::vector<double> ours;
    std::vector<double> theirs;

    /// Each gives what it took in the round.
    static InTurn of(int rounds, const std::function<double(int)>& ours, const std::function<double(int)>& theirs);
    double ratio(double share = 0.5) const { return quantile(ours, share) / quantile(theirs, share); }
};

} // namespace warroom::bench
