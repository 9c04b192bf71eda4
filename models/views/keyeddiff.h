// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace warroom::views {

/// One step from an old list of keys to a new one. Steps are carried out in order; positions are those of the list as
/// it stands at that step.
struct DiffStep {
    enum class Kind { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    int at = 0; ///< First row removed, row before which is inserted or to which is moved (counted after taking out).
    int count = 1; ///< Of a removal or insertion.
    int from = 0; ///< Row that moves; of an insertion the index of its first key in the new list.

    bool operator==(const DiffStep&) const = default;
};

namespace detail {

template<typename Key>
void removeMissing(std::vector<Key>& keys, const QHash<Key, int>& wanted, std::vector<DiffStep>& steps)
{
    for (int end = int(keys.size()); end > 0;) {
        if (wanted.contains(keys[std::size_t(end - 1)])) {
            --end;
            continue;
        }
        int start = end - 1;
        while (start > 0 && !wanted.contains(keys[std::size_t(start - 1)]))
            --start;
        steps.push_back({DiffStep::Kind::Remove, start, end - start, 0});
        keys.erase(keys.begin() + start, keys.begin() + end);
        end = start;
    }
}

/// The keys of a longest subsequence that is in the wanted order already.
template<typename Key> QSet<Key> staying(const std::vector<Key>& keys, const QHash<Key, int>& wanted)
{
    std::vector<int> tails; // Index into keys of the smallest last element of each length.
    std::vector<int> before(keys.size(), -1);
    const auto place = [&](int index) { return wanted.value(keys[std::size_t(index)]); };
    for (int i = 0; i < int(keys.size()); ++i) {
        const auto tail = std::ranges::lower_bound(tails, place(i), {}, place);
        if (tail != tails.begin())
            before[std::size_t(i)] = *(tail - 1);
        if (tail == tails.end())
            tails.push_back(i);
        else
            *tail = i;
    }
    QSet<Key> result;
    for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = before[std::size_t(i)])
        result.insert(keys[std::size_t(i)]);
    return result;
}

} // namespace detail

/// The steps that turn one list of distinct keys into another. What keeps its order relative to most others stays
/// where it is, so that one entry with a new time is one move.
template<typename Key> std::vector<DiffStep> keyedDiff(std::vector<Key> from, std::vector<Key> to)
{
    std::vector<DiffStep> steps;
    // Most lists grow at their end: what is the same at both ends is out of the question.
    const auto [fromMiddle, toMiddle] = std::ranges::mismatch(from, to);
    const int same = int(fromMiddle - from.begin());
    from.erase(from.begin(), fromMiddle);
    to.erase(to.begin(), toMiddle);
    while (!from.empty() && !to.empty() && from.back() == to.back()) {
        from.pop_back();
        to.pop_back();
    }
    QHash<Key, int> wanted;
    for (int i = 0; i < int(to.size()); ++i)
        wanted.insert(to[std::size_t(i)], i);
    detail::removeMissing(from, wanted, steps);
    const QSet<Key> known(from.begin(), from.end());
    const QSet<Key> stays = detail::staying(from, wanted);

    int at = 0;
    for (int i = 0; i < int(to.size());) {
        const Key key = to[std::size_t(i)];
        if (!known.contains(key)) {
            int end = i + 1;
            while (end < int(to.size()) && !known.contains(to[std::size_t(end)]))
                ++end;
            steps.push_back({DiffStep::Kind::Insert, at, end - i, i});
            from.insert(from.begin() + at, to.begin() + i, to.begin() + end);
            at += end - i;
            i = end;
            continue;
        }
        if (stays.contains(key)) {
            // What stands before it is still to be moved further down.
            while (from[std::size_t(at)] != key)
                ++at;
        } else if (at == int(from.size()) || from[std::size_t(at)] != key) {
            const int source = int(std::ranges::find(from, key) - from.begin());
            at = source < at ? at - 1 : at;
            from.erase(from.begin() + source);
            from.insert(from.begin() + at, key);
            steps.push_back({DiffStep::Kind::Move, at, 1, source});
        }
        ++at;
        ++i;
    }
    for (DiffStep& step : steps) {
        step.at += same;
        step.from += step.kind == DiffStep::Kind::Remove ? 0 : same;
    }
    return steps;
}

} // namespace warroom::views
