// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/panelwords.h"

#include "words/duration.h"
#include "words/visible.h"

#include <QCoreApplication>
#include <QLocale>

namespace warroom::charts {

namespace {

constexpr qsizetype longestWords = 130;

struct PanelWords {
    Q_DECLARE_TR_FUNCTIONS(warroom::charts)
};

QString counted(size_t n) { return QLocale(QLocale::English).toString(qulonglong(n)); }

Standing verdictOf(const Drawn& drawn, const style::Theme& theme)
{
    switch (drawn.headline ? drawn.headline->verdict : metrics::Verdict::Unknown) {
    case metrics::Verdict::Unknown:
        return {{}, {}, theme.text};
    case metrics::Verdict::Ok:
        return {QStringLiteral("met"), PanelWords::tr("ok"), theme.good};
    case metrics::Verdict::Warn:
        return {QStringLiteral("soon"), PanelWords::tr("warning"), theme.warn};
    case metrics::Verdict::Bad:
        return {QStringLiteral("over"), PanelWords::tr("breached"), theme.bad};
    }
    Q_UNREACHABLE();
}

} // namespace

Standing standingOf(const Panel& panel, const Drawn& drawn, const style::Theme& theme)
{
    switch (drawn.look) {
    case Look::Waiting:
        return {QStringLiteral("unknown"), PanelWords::tr("waiting"), theme.muted};
    case Look::Unreachable:
        return {QStringLiteral("unreachable"),
            drawn.extent.isEmpty() ? PanelWords::tr("unreachable")
                                   : PanelWords::tr("unreachable, %1 old").arg(words::shortDuration(panel.age)),
            theme.warn};
    case Look::Failed:
        return {QStringLiteral("failed"), PanelWords::tr("failed"), theme.bad};
    case Look::Empty:
        return {QStringLiteral("empty"), PanelWords::tr("no data"), theme.muted};
    case Look::Stale:
        return {
            QStringLiteral("soon"), PanelWords::tr("stale, %1 old").arg(words::shortDuration(panel.age)), theme.warn};
    case Look::Zero:
    case Look::Values:
        break;
    }
    Standing standing = verdictOf(drawn, theme);
    if (drawn.look == Look::Zero) {
        standing.word = standing.word.isEmpty() ? PanelWords::tr("zero all along")
                                                : PanelWords::tr("%1, zero all along").arg(standing.word);
        if (standing.icon.isEmpty())
            standing.icon = QStringLiteral("zero");
    }
    return standing;
}

NoticeWords noticeOf(const Panel& panel, const Drawn& drawn)
{
    const QString words = words::shortened(words::visible(panel.words).simplified(), longestWords);
    switch (drawn.look) {
    case Look::Waiting:
        return {PanelWords::tr("Waiting for the first answer"), {}};
    case Look::Unreachable:
        // What was measured before says more than a notice over it.
        return drawn.extent.isEmpty() ? NoticeWords{PanelWords::tr("The source cannot be reached"), words}
                                      : NoticeWords();
    case Look::Failed:
        return {PanelWords::tr("The server refused"), words};
    case Look::Empty:
        return {PanelWords::tr("No data in this range"), PanelWords::tr("Nothing matches; this is not zero.")};
    case Look::Stale:
    case Look::Zero:
    case Look::Values:
        return {};
    }
    Q_UNREACHABLE();
}

QString leftOutWords(const Drawn& drawn)
{
    return drawn.leftOut == 0
        ? QString()
        : PanelWords::tr("%1 of %2 left out").arg(counted(drawn.leftOut), counted(drawn.leftOut + drawn.series.size()));
}

QString spoken(const Panel& panel, const Drawn& drawn, const style::Theme& theme)
{
    QStringList parts;
    if (drawn.headline && drawn.look != Look::Empty && drawn.look != Look::Waiting)
        parts += drawn.reading.text();
    const QString standing = standingOf(panel, drawn, theme).word;
    const NoticeWords notice = noticeOf(panel, drawn);
    for (const QString& part : {standing, notice.heading, notice.words, leftOutWords(drawn)}) {
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace warroom::charts
