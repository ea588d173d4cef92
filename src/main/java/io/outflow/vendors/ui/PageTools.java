package io.outflow.vendors.ui;

import io.outflow.access.CurrentPerson;
import io.outflow.classification.DataClasses;
import io.outflow.history.LogCheck;
import io.outflow.history.Revisions;
import io.outflow.vendors.CatalogueClaims;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Register;
import io.outflow.vendors.SeenSettings;
import io.outflow.vendors.SeenUse;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every page of one entry asks. */
@Component
record PageTools(
        Register register,
        Documents documents,
        Revisions revisions,
        LogCheck logCheck,
        CurrentPerson person,
        Clock clock,
        CatalogueClaims catalogue,
        SeenSettings settings,
        SeenUse seen,
        DataClasses classes) {}
