// SPDX-License-Identifier: GPL-3.0-or-later
#include "starting.h"

#include "output.h"

#include <QCoreApplication>

#include <cstdlib>

namespace warroom::app {

void whileStarting(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    static QStringList reasons;
    if (type == QtFatalMsg) {
        std::_Exit(complain(
            QCoreApplication::translate("warroom::app", "No window can be opened here (%1); the other verbs need none.")
                .arg(reasons.join(QStringLiteral("; "))),
            exitFailed));
    }
    if (QLatin1String(context.category).startsWith(QLatin1String("qt.qpa")))
        reasons += text.simplified();
}

} // namespace warroom::app
