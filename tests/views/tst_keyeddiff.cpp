// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "support/quiettest.h"
#include "views/keyeddiff.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace warroom;
using views::DiffStep;

using Keys = std::vector<EntryId>;

/// From one list of keys to another in few steps.
class KeyedDiffTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void anAppendedKeyIsOneInsertion()
    {
        QCOMPARE(views::keyedDiff(keys({1, 2}), keys({1, 2, 3, 4})),
            (std::vector<DiffStep>{{DiffStep::Kind::Insert, 2, 2, 2}}));
    }

    void aKeyThatWentToTheEndIsOneMove()
    {
        QCOMPARE(views::keyedDiff(keys({1, 2, 3, 4}), keys({2, 3, 4, 1})),
            (std::vector<DiffStep>{{DiffStep::Kind::Move, 3, 1, 0}}));
    }

    void anyListTurnsIntoAnyOther()
    {
        QRandomGenerator random(11);
        for (int n = 0; n < 5000; ++n) {
            const Keys from = someOf(random);
            const Keys to = someOf(random);
            QCOMPARE(carriedOut(from, to), to);
        }
    }

private:
    static EntryId key(int n) { return EntryId{QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)}; }

    static Keys keys(std::initializer_list<int> numbers)
    {
        Keys result;
        std::ranges::transform(numbers, std::back_inserter(result), key);
        return result;
    }

    static Keys someOf(QRandomGenerator& random)
    {
        Keys all = keys({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        std::shuffle(all.begin(), all.end(), random);
        all.resize(std::size_t(random.bounded(13)));
        return all;
    }

    static Keys carriedOut(Keys list, const Keys& to)
    {
        for (const DiffStep& step : views::keyedDiff(list, to)) {
            const auto at = [&](int row) { return list.begin() + row; };
            if (step.kind == DiffStep::Kind::Remove) {
                list.erase(at(step.at), at(step.at + step.count));
            } else if (step.kind == DiffStep::Kind::Insert) {
                list.insert(at(step.at), to.begin() + step.from, to.begin() + step.from + step.count);
            } else {
                const EntryId moved = *at(step.from);
                list.erase(at(step.from));
                list.insert(at(step.at), moved);
            }
        }
        return list;
    }
};

QTEST_GUILESS_MAIN(KeyedDiffTest)
#include "tst_keyeddiff.moc"
