; Uninstalling asks whether the settings go too: they hold sealed keys, reports and logs.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Also delete Upcast's settings, stream keys, reports and logs?$\r$\nRecordings stay where they are." /SD IDNO IDNO keepSettings
    SetShellVarContext current
    RMDir /r "$APPDATA\Upcast"
    RMDir /r "$LOCALAPPDATA\Upcast"
    keepSettings:
  ${endIf}
!macroend
