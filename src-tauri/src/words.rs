//! The few sentences of the shell's own, in both languages. Facts are worded by `wire`, the page's labels by the page.

use words::Language;

/// What the shell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    NoKey,
    ClockOutOfRange,
    NothingOpen,
    Stopped,
    UnderWay,
    StillSending,
    DemoYearAhead,
    DemoOnlyForward,
    DemoFolder,
    Concealed,
    NoPin,
    NoFile,
    NotInDemo,
    WriteDownFirst,
    NoUpdate,
    UpdateLater,
    UpdateUnsigned,
    UpdateNoAnswer,
    UpdateNoList,
    UpdateNotForThis,
    UpdateNotInstalled,
    SaveBackup,
    OpenBackup,
    SaveCodes,
    SaveCard,
    SaveReadiness,
    UnknownPlaceholder,
    UnknownLanguage,
    TrayShow,
    TrayIssue,
    TraySync,
    TrayQuit,
}

impl Words {
    #[cfg(test)]
    const ALL: [Self; 32] = [
        Self::NoKey,
        Self::ClockOutOfRange,
        Self::NothingOpen,
        Self::Stopped,
        Self::UnderWay,
        Self::StillSending,
        Self::DemoYearAhead,
        Self::DemoOnlyForward,
        Self::DemoFolder,
        Self::Concealed,
        Self::NoPin,
        Self::NoFile,
        Self::NotInDemo,
        Self::WriteDownFirst,
        Self::NoUpdate,
        Self::UpdateLater,
        Self::UpdateUnsigned,
        Self::UpdateNoAnswer,
        Self::UpdateNoList,
        Self::UpdateNotForThis,
        Self::UpdateNotInstalled,
        Self::SaveBackup,
        Self::OpenBackup,
        Self::SaveCodes,
        Self::SaveCard,
        Self::SaveReadiness,
        Self::UnknownPlaceholder,
        Self::UnknownLanguage,
        Self::TrayShow,
        Self::TrayIssue,
        Self::TraySync,
        Self::TrayQuit,
    ];

    /// In the language that is spoken.
    pub fn said(self) -> String {
        self.in_language(words::spoken()).to_owned()
    }

    fn in_language(self, language: Language) -> &'static str {
        let (en, es) = self.both();
        match language {
            Language::En => en,
            Language::Es => es,
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table")]
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::ClockOutOfRange => (
                "This computer's clock shows a year before 1970 or after 9999. Set it right and try again.",
                "El reloj de este equipo muestra un año anterior a 1970 o posterior a 9999. Póngalo en hora y vuelva a intentarlo.",
            ),
            Self::NoKey => (
                "There is no Seam API key. Give one in Settings, under Account.",
                "No hay ninguna clave de API de Seam. Indíquela en Ajustes, en Cuenta.",
            ),
            Self::NothingOpen => (
                "Connect with your Seam API key, or look around with simulated doors.",
                "Conecte con su clave de API de Seam, o explore con puertas simuladas.",
            ),
            Self::Stopped => {
                ("Stopped. What was read until then is kept.", "Detenido. Lo que se leyó hasta entonces se conserva.")
            }
            Self::UnderWay => ("This is under way already.", "Esto ya está en curso."),
            Self::StillSending => (
                "A request to Seam is still under way. Try again when it has ended.",
                "Todavía hay una solicitud a Seam en camino. Vuelva a intentarlo cuando haya terminado.",
            ),
            Self::DemoYearAhead => {
                ("The demo’s clock goes a year ahead at most.", "El reloj de la demo avanza un año como máximo.")
            }
            Self::DemoOnlyForward => (
                "The demo’s clock only goes forward. Leave the demo and start it again to begin anew.",
                "El reloj de la demo solo avanza. Salga de ella e iníciela otra vez para volver a empezar.",
            ),
            Self::DemoFolder => ("The demo’s folder cannot be cleared:", "No se puede vaciar la carpeta de la demo:"),
            Self::Concealed => (
                "PINs are concealed. Switch that off in the View menu to see one.",
                "Los PIN están ocultos. Desactívelo en el menú Ver para ver uno.",
            ),
            Self::NoPin => (
                "The code is not set yet, so there is no PIN to hand out.",
                "El código aún no está listo, así que no hay ningún PIN que entregar.",
            ),
            Self::NoFile => ("This file is not there:", "Este archivo no existe:"),
            Self::NotInDemo => (
                "A backup takes the place of your own record. Leave the demo first.",
                "Una copia ocupa el lugar de su propio registro. Salga antes de la demo.",
            ),
            Self::WriteDownFirst => (
                "A code that could not be recorded still waits to be written down. Put it away first.",
                "Aún queda por anotar un código que no se pudo guardar. Ciérrelo antes.",
            ),
            Self::NoUpdate => (
                "There is no newer version to install. Look for one first.",
                "No hay ninguna versión más reciente que instalar. Búsquela primero.",
            ),
            Self::UpdateLater => (
                "A code is still being made. Install the new version when it is ready.",
                "Todavía se está creando un código. Instale la versión nueva cuando esté listo.",
            ),
            Self::UpdateUnsigned => (
                "What was downloaded does not bear the signature of Latchbook’s releases for this version. It was thrown away; this version goes on.",
                "Lo descargado no lleva la firma de Latchbook para esta versión. Se ha desechado; esta versión sigue en uso.",
            ),
            Self::UpdateNoAnswer => (
                "The place of the releases does not answer. Check the connection and try again.",
                "El sitio de las versiones no responde. Compruebe la conexión e inténtelo de nuevo.",
            ),
            Self::UpdateNoList => (
                "What answered is no list of releases. Try again later, or download the new version by hand.",
                "Lo que respondió no es una lista de versiones. Inténtelo más tarde o descargue la versión nueva a mano.",
            ),
            Self::UpdateNotForThis => (
                "The newest release has no package for this kind of computer. Download it by hand if there is one.",
                "La última versión no tiene paquete para este tipo de equipo. Descárguela a mano si la hay.",
            ),
            Self::UpdateNotInstalled => (
                "The new version could not be put in place; this one goes on. Try again, or install it by hand.",
                "No se pudo instalar la versión nueva; esta sigue en uso. Inténtelo de nuevo o instálela a mano.",
            ),
            Self::SaveBackup => ("Back up the record", "Copia de seguridad del registro"),
            Self::OpenBackup => ("Restore a backup", "Restaurar una copia de seguridad"),
            Self::SaveCodes => ("Export codes", "Exportar códigos"),
            Self::SaveCard => ("Save guest card", "Guardar tarjeta del huésped"),
            Self::SaveReadiness => ("Save readiness report", "Guardar informe de preparación"),
            Self::UnknownPlaceholder => (
                "The message’s template has a placeholder that is unknown:",
                "La plantilla tiene un campo desconocido:",
            ),
            Self::UnknownLanguage => ("There is no message in this language:", "No hay mensaje en este idioma:"),
            Self::TrayShow => ("Show Latchbook", "Mostrar Latchbook"),
            Self::TrayIssue => ("Issue a code…", "Emitir un código…"),
            Self::TraySync => ("Sync now", "Sincronizar ahora"),
            Self::TrayQuit => ("Quit", "Salir"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_worded_in_both_languages() {
        for words in Words::ALL {
            let (en, es) = (words.in_language(Language::En), words.in_language(Language::Es));
            assert!(!en.is_empty() && !es.is_empty() && en != es, "{words:?} is not translated");
        }
    }
}
