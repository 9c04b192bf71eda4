// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/match.h"
#include "support/quiettest.h"

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::misfit;

/// What the palette takes for what was meant.
class MatchTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedFits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing typed") << u""_s << true;
        QTest::newRow("beginning") << u"exp"_s << true;
        QTest::newRow("case") << u"EXP"_s << true;
        QTest::newRow("a later word") << u"post"_s << true;
        QTest::newRow("within a word") << u"mortem"_s << true;
        QTest::newRow("two words in another order") << u"mortem exp"_s << true;
        QTest::newRow("first letters") << u"etp"_s << true;
        QTest::newRow("first letters and more") << u"exposm"_s << true;
        QTest::newRow("another spelling") << u"markdown"_s << true;
        QTest::newRow("letters here and there") << u"xr"_s << false;
        QTest::newRow("one word does not") << u"export zebra"_s << false;
    }

    void whatIsTypedFits()
    {
        QFETCH(QString, typed);
        QFETCH(bool, fits);
        QCOMPARE(misfit(typed, {u"Export the post-mortem"_s, u"as Markdown"_s}).has_value(), fits);
    }

    void theBetterFitComesFirst()
    {
        const auto misfitOf = [](const QStringList& texts) { return *misfit(u"sta"_s, texts); };
        const std::vector<int> order{misfitOf({u"Status"_s}), misfitOf({u"Other"_s, u"status"_s}),
            misfitOf({u"the status"_s}), misfitOf({u"instance"_s}), misfitOf({u"say two actions"_s})};
        QVERIFY(std::ranges::is_sorted(order));
        QVERIFY(order.front() < order.back());
    }
};

QTEST_GUILESS_MAIN(MatchTest)
#include "tst_match.moc"
