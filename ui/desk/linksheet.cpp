// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/linksheet.h"

#include "desk/keytable.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "words/visible.h"

#include <QBoxLayout>
#include <QDesktopServices>

namespace warroom::desk {

namespace {

constexpr QSize sheetSize{680, 0};

/// A file of this machine, or a program's own scheme, could do anything.
QUrl openable(const QString& target)
{
    const QUrl url(target, QUrl::StrictMode);
    const QStringList schemes{QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("mailto")};
    return url.isValid() && schemes.contains(url.scheme()) ? url : QUrl();
}

} // namespace

LinkSheet::LinkSheet(const QString& target, const style::Theme& theme, QWidget* over)
    : Sheet(theme, tr("Where this link leads"), sheetSize, over), m_target(openable(target))
{
    auto* where = new style::PlainLabel(style::monoFont(), theme.text, this);
    where->setWordWrap(true);
    where->setText(words::visible(target));
    body().addWidget(where);
    body().addStretch(1);
    foot().addStretch(1);
    if (m_target.isEmpty()) {
        showProblem(tr("That is nothing that a browser opens."));
        auto* leave = new style::Button(tr("Back"), shownKeys(Act::Back), style::Button::Tone::Plain, theme, this);
        connect(leave, &QPushButton::clicked, this, &Sheet::leave);
        foot().addWidget(leave);
        setFocusProxy(leave);
        return;
    }
    auto* open =
        new style::Button(tr("Open in the browser"), shownKeys(Act::Confirm), style::Button::Tone::Accent, theme, this);
    addConfirm(open);
    setFocusProxy(open);
}

void LinkSheet::confirm()
{
    if (!m_target.isEmpty() && !QDesktopServices::openUrl(m_target)) {
        showProblem(tr("Nothing on this machine opens it."));
        return;
    }
    leave();
}

} // namespace warroom::desk
