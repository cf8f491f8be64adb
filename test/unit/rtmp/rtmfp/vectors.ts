/** The checked values of the protocol reference for RTMFP, in hexadecimal. */
import rtmfpVectors from '../../../fixtures/rtmfp/vectors.json';

export { rtmfpVectors };
