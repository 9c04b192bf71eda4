// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/templates.h"

#include <QFile>

using namespace Qt::StringLiterals;

/// The library is static, so nothing else makes the linker keep the resource. Outside the namespace because of the
/// macro.
static void useTemplates() { Q_INIT_RESOURCE(templates); }

namespace warroom::report {

QString builtInTemplate(const QString& name)
{
    useTemplates();
    QFile file(u":/templates/%1.mustache"_s.arg(name));
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return QString::fromUtf8(file.readAll());
}

} // namespace warroom::report
