// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/section.h"

#include "playbook/loader.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::panels;

namespace {

Panel panel(const QString& title, const QStringList& expressions, const std::vector<Limit>& limits = {})
{
    Panel made;
    made.title = title;
    made.expressions = expressions;
    made.limits = limits;
    return made;
}

Limit limit(const QString& op, double value, metrics::Verdict beyond = metrics::Verdict::Bad)
{
    return {{op, value}, beyond};
}

/// What a playbook reads of it.
std::vector<playbook::MetricPanel> loaded(const std::vector<Panel>& panels)
{
    const QByteArray start = "name: a\ntitle: A\nseverities: [{label: S1, name: High, colour: '#ff0000'}]\n"
                             "statuses: [{word: Open}, {word: Over, milestone: resolved}]\n"
                             "roles: [{id: ic, name: Commander, commander: true}]\n"
                             "post_mortem: {timeline: key, due: 1d, sections: [{id: s, heading: S}]}\n";
    const Result<playbook::Playbook> playbook = playbook::load(start + section(panels).toUtf8(), u"p"_s);
    if (!playbook)
        qWarning() << playbook.error().detail;
    return playbook ? playbook->panels : std::vector<playbook::MetricPanel>();
}

} // namespace

/// The panels of a playbook, made of others.
class SectionTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaybookReadsWhatWasWritten()
    {
        Panel errors = panel(u"It's: \"5xx\" #1"_s, {u"rate(x{a=\"b\",c!~'d'}[5m])"_s},
            {limit(u">="_s, 0.1, metrics::Verdict::Warn), limit(u"<"_s, -1e-7), limit(u">"_s, 9)});
        errors.unit = u"a: unit"_s;
        const auto panels = loaded({errors});
        QCOMPARE(panels.size(), size_t(1));
        QCOMPARE(panels[0].title, errors.title);
        QCOMPARE(panels[0].expr, errors.expressions[0]);
        QCOMPARE(panels[0].unit, errors.unit);
        QVERIFY(panels[0].warn == (playbook::Limit{true, 0.1}));
        QVERIFY(panels[0].bad == (playbook::Limit{false, -1e-7}));
    }

    void eachExpressionHasATitleOfItsOwn()
    {
        QStringList titles;
        for (const auto& each : loaded({panel(u"A"_s, {u"a"_s, u"b"_s}), panel(u"a, 1 of 2"_s, {u"c"_s}),
                 panel({}, {u"sum(d)"_s}), panel({}, {u"sum(e)"_s})}))
            titles += each.title;
        QCOMPARE(titles, (QStringList{u"A, 1 of 2"_s, u"A, 2 of 2"_s, u"a, 1 of 2 (2)"_s, u"sum(d)"_s, u"sum(e)"_s}));
    }

    void twoAlertsAboutOneMeasureAreOnePanel()
    {
        const auto panels = loaded({panel(u"A"_s, {u"a"_s}, {limit(u">"_s, 5, metrics::Verdict::Warn)}),
            panel(u"A"_s, {u"a"_s}, {limit(u">"_s, 9)}), panel(u"A"_s, {u"b"_s})});
        QCOMPARE(panels.size(), size_t(2));
        QVERIFY(panels[0].warn == (playbook::Limit{true, 5}) && panels[0].bad == (playbook::Limit{true, 9}));
        QCOMPARE(panels[1].title, u"A (2)"_s);
    }

    void whatIsNoLimitToComeNearIsNone()
    {
        const auto panels = loaded({panel(u"A"_s, {u"up"_s}, {limit(u"=="_s, 0)})});
        QVERIFY(!panels.at(0).bad);
    }

    void withoutPanelsThereIsAnEmptySection() { QCOMPARE(section({}), u"panels: []\n"_s); }
};

QTEST_GUILESS_MAIN(SectionTest)
#include "tst_section.moc"
