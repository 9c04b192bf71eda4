// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/logbanner.h"

#include "style/button.h"
#include "words/refusal.h"
#include "words/translate.h"

#include <QHBoxLayout>

namespace warroom::desk {

LogBanner::LogBanner(const style::Theme& theme, QWidget* parent)
    : Banner(theme, parent),
      m_wayOut(new style::Button(tr("What can be done"), {}, style::Button::Tone::Plain, theme, this))
{
    row().addWidget(m_wayOut);
    connect(m_wayOut, &QPushButton::clicked, this, &LogBanner::wayOutAsked);
}

void LogBanner::show(
    const std::optional<Error>& readOnly, const session::Damage& damage, const std::optional<Error>& copyProblem)
{
    m_wayOut->setVisible(readOnly || !damage.none());
    const int entries = int(damage.entries.size());
    if (readOnly) {
        say(tr("Nothing can be logged here. %1").arg(words::refusal(*readOnly)), QStringLiteral("over"), theme().bad);
    } else if (!damage.file.isEmpty()) {
        say(tr("The file of the log is damaged. What you log goes on being saved; get back what can be read soon."),
            QStringLiteral("over"), theme().bad);
    } else if (entries > 0) {
        say(words::counted(entries, tr("1 entry of the log is not as it was written: warroom verify names it."),
                tr("%n entries of the log are not as they were written: warroom verify names them.", nullptr, entries)),
            QStringLiteral("over"), theme().bad);
    } else if (copyProblem) {
        say(tr("No copy of the log can be taken. %1").arg(words::refusal(*copyProblem)), QStringLiteral("soon"),
            theme().warn);
    } else {
        hide();
    }
}

} // namespace warroom::desk
